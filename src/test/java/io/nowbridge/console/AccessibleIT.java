package io.nowbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.LoadState;
import io.nowbridge.local.OwnNowbridge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks at each page of the console as those do who see little, hold a telephone, or wait for a slow network. */
class AccessibleIT {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int LARGEST_FIRST_LOAD = 180 * 1024;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private Visit visit;

    @BeforeAll
    static void keepACatalogue() {
        NOWBRIDGE.run().keepCatalogue();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/overview",
                "/anomalies",
                "/anomalies/default/1",
                "/anomalies/default/1?create",
                "/connections",
                "/connections?connect=servicenow",
                "/connections/{desk}",
                "/templates",
                "/templates/{template}?tab=selection",
                "/products",
                "/products/{template}",
                "/products/{template}/404",
                "/product-runs/{run}",
                "/orders",
                "/activity",
                "/guides/servicenow"
            })
    void eachPageIsAccessibleInEitherLightAndAtEitherWidth(String address) {
        visit = Visit.of(CHROMIUM.browser(), NOWBRIDGE.run().console(), "Mara").to(found(address));
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);

        var flaws = Stream.of(visit.light(), visit.dark(), visit.narrow(), visit.light())
                .flatMap(AccessibleIT::flaws)
                .distinct();

        assertThat(flaws).isEmpty();
        assertThat((int) visit.page().evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    @Test
    void theDoorIsAccessible() {
        visit = Visit.stranger(CHROMIUM.browser(), NOWBRIDGE.run().console());
        visit.button("Sign in").waitFor();

        assertThat(flaws(visit)).isEmpty();
    }

    @Test
    void theFirstPageIsSmallEnoughForASlowNetwork() {
        visit = Visit.of(CHROMIUM.browser(), NOWBRIDGE.run().console(), "Ben");
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);

        var loaded = (int) visit.page().evaluate("""
                performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize ?? 0), 0)""");

        assertThat(loaded).isBetween(1, LARGEST_FIRST_LOAD);
    }

    private static String found(String address) {
        var run = NOWBRIDGE.run();
        var template = run.call("GET", "/templates", "").text("/items/0/id");
        return address.replace("{desk}", run.demo())
                .replace("{template}", template)
                .replace("{run}", address.contains("{run}") ? dryRun(template) : "");
    }

    private static String dryRun(String template) {
        return NOWBRIDGE
                .run()
                .call("POST", "/templates/" + template + "/runs", "{\"task\": \"dry-run\"}")
                .text("/id");
    }

    private static Stream<String> flaws(Visit visit) {
        return new AxeBuilder(visit.page())
                .withTags(WCAG_2_2_AA).analyze().getViolations().stream().map(AccessibleIT::words);
    }

    private static String words(Rule rule) {
        return "%s: %s"
                .formatted(
                        rule.getHelp(),
                        rule.getNodes().stream().map(node -> node.getHtml()).toList());
    }
}
