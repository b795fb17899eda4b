package io.nowbridge.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.nowbridge.local.OwnNowbridge;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks through the console in a real browser, over what ships. */
class ConsoleIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    private Visit visit;

    @AfterEach
    void leave() {
        var troubles = visit.troubles();
        visit.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aManagerSignsInAndSeesHowThingsAre() {
        enter("Mara");

        assertThat(heading("Overview")).isVisible();
        assertThat(visit.link("ServiceNow (local)")).isVisible();
        assertThat(visit.text("Connected")).isVisible();
    }

    @Test
    void whoSignsOutIsAtTheDoorAgain() {
        enter("Mara");

        visit.button("Sign out").click();

        visit.page().waitForURL(url -> url.startsWith(console()));
        assertThat(visit.button("Sign in")).isVisible();
    }

    @Test
    void whoSignsOutWhileTheIdentityProviderIsDownIsSignedOutHere() {
        enter("Mara");
        visit.page().route("**/.well-known/**", route -> route.abort());

        visit.button("Sign out").click();

        assertThat(visit.button("Sign in")).isVisible();
    }

    @Test
    void anAddressThatNobodyCanReadLeadsToNoPage() {
        enter("Mara");

        visit.page().navigate(console() + "#/activity/100%");

        assertThat(heading("There is no such page")).isVisible();
    }

    @Test
    void aPageThatDoesNotComeIsAskedForAgain() {
        enter("Mara");
        visit.page().route("**/console/activity-*.js", route -> route.abort());
        visit.page().navigate(console() + "#/activity");
        assertThat(visit.text("Nowbridge does not answer")).isVisible();

        visit.page().unroute("**/console/activity-*.js");
        visit.button("Try again").click();

        assertThat(heading("Sync Activity Log")).isVisible();
    }

    @Test
    void whereAPersonWantedToGoIsWhereSigningInLeads() {
        visit = Visit.stranger(CHROMIUM.browser(), NOWBRIDGE.run().console());
        visit.page().navigate(console() + "#/activity?result=failed");

        visit.button("Sign in").click();
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mara"))
                .click();

        assertThat(heading("Sync Activity Log")).isVisible();
        assertThat(visit.page()).hasURL(console() + "#/activity?result=failed");
    }

    @Test
    void aTicketIsCreatedForAnAnomalyAndItsStateIsSeenToChange() {
        enter("Mara").to("/anomalies/default/1");

        visit.button("Create ticket").first().click();
        visit.field("Short description").fill("Totals below zero");
        visit.button("Create ticket").last().click();

        var row = visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("INC"));
        assertThat(row).containsText("New");
        var incident = NOWBRIDGE
                .run()
                .incidents("short_descriptionLIKETotals below zero")
                .getFirst();
        NOWBRIDGE.run().changeTicket("incident", incident.path("sys_id").asText(), "{\"state\": \"2\"}");
        visit.page().reload();
        assertThat(row).containsText("In Progress");
    }

    @Test
    void aTicketThatIsThereIsFoundAndLinked() {
        var run = NOWBRIDGE.run();
        var number = run.createTicket("2", "{\"shortDescription\": \"Known trouble with totals\"}")
                .text("/ticket/number");
        enter("Mara").to("/anomalies/default/3");

        visit.button("Link existing").first().click();
        visit.field("Find a ticket").fill("Known trouble");
        visit.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(number))
                .check();
        visit.button("Link " + number).click();

        assertThat(visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number)))
                .isVisible();
        assertThat(run.call("GET", "/anomalies/3/links", "").text("/items/0/ticket/number"))
                .isEqualTo(number);
    }

    @Test
    void theLogIsExported() throws IOException {
        var number = NOWBRIDGE
                .run()
                .createTicket("4", "{\"shortDescription\": \"=cmd|' /C calc'!A0\"}")
                .text("/ticket/number");
        enter("Mara").to("/activity");

        visit.button("Export").first().click();
        var download = visit.page().waitForDownload(() -> visit.button("As CSV").click());

        assertThat(Files.readString(download.path()))
                .startsWith("\uFEFF")
                .contains(number)
                .contains("Ticket");
    }

    @Test
    void aSystemIsConnectedAndWhatIsWrongIsSaidLineByLine() {
        enter("Mara").to("/connections?connect=servicenow");

        visit.field("Address").fill(NOWBRIDGE.run().serviceNow().toString());
        visit.field("Name").fill("The second desk");
        visit.field("User name").fill("svc_nowbridge");
        visit.field("Password").fill("wrong");
        visit.button("Test and connect").click();
        assertThat(visit.text("Sign-in")).isVisible();
        visit.field("Password").fill("nowbridge");
        visit.button("Test and connect").click();
        visit.link("Open the connection").click();

        assertThat(heading("The second desk")).isVisible();
        assertThat(visit.text("Connected")).isVisible();
    }

    @Test
    void textsFromOutsideStayTexts() {
        var hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
        var run = NOWBRIDGE.run();
        var anomaly = run.platform().findAnomaly(hostile);
        enter("Mara").to("/anomalies");

        assertThat(visit.text("<img src=x")).isVisible();
        visit.to("/anomalies/default/" + anomaly);

        assertThat(visit.page().locator("h1")).containsText("<script>");
        assertThat(visit.page().locator("main img, main script")).hasCount(0);
        assertThat(visit.page()).not().hasTitle("taken");
    }

    @Test
    void aMemberSeesTheAnomaliesOfTheirTeamAndNothingOfTheRest() {
        enter("Ben");

        assertThat(heading("Anomalies")).isVisible();
        assertThat(visit.link("Connections")).hasCount(0);
        assertThat(visit.link("Activity")).hasCount(0);
        visit.page().navigate(console() + "#/connections");
        assertThat(heading("There is no such page")).isVisible();
    }

    private Visit enter(String person) {
        visit = Visit.of(CHROMIUM.browser(), NOWBRIDGE.run().console(), person);
        return visit;
    }

    private Locator heading(String name) {
        return visit.page()
                .getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    private static String console() {
        return NOWBRIDGE.run().console().toString();
    }
}
