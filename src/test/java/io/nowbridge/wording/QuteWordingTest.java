package io.nowbridge.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuteWordingTest {

    private final QuteWording wording = new QuteWording();

    @Test
    void aPlaceholderGetsItsValue() {
        var values = Map.<String, Object>of("anomaly", Map.of("container", "orders", "weight", 12));

        assertThat(wording.fill("Look at {anomaly.container}, weight {anomaly.weight}.", values))
                .isEqualTo("Look at orders, weight 12.");
    }

    @Test
    void whatHasNoValueLeavesNoTrace() {
        assertThat(wording.fill("[{anomaly.container}] [{nothing}]", Map.of("anomaly", Map.of())))
                .isEqualTo("[] []");
    }

    @Test
    void somethingElseMayStandForWhatIsMissing() {
        assertThat(wording.fill("{anomaly.container ?: 'somewhere'}", Map.of("anomaly", Map.of())))
                .isEqualTo("somewhere");
    }

    @Test
    void aListReadsAsItsItems() {
        assertThat(wording.fill("{tags}", Map.of("tags", List.of("finance", "gold"))))
                .isEqualTo("finance, gold");
    }

    @Test
    void aConditionChooses() {
        var template = "{#if status == 'Active'}open{#else}done{/if}";

        assertThat(wording.fill(template, Map.of("status", "Active"))).isEqualTo("open");
        assertThat(wording.fill(template, Map.of("status", "Resolved"))).isEqualTo("done");
    }

    @Test
    void aValueIsNotATemplate() {
        assertThat(wording.fill("{text}", Map.of("text", "{#if x}{secret}{/if} <b>")))
                .isEqualTo("{#if x}{secret}{/if} <b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{#if a}never closed",
                "{#for i in 1000000000}x{/for}",
                "{#each list}x{/each}",
                "{#include other}"
            })
    void whatDoesNotEndOrRepeatsIsRefused(String template) {
        assertThat(wording.flaw(template))
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("is no template"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{anomaly.getClass}",
                "{anomaly.class.name}",
                "{anomaly.container.length}",
                "{anomaly.container.toString()}"
            })
    void nothingIsReachedByReflection(String template) {
        var values = Map.<String, Object>of("anomaly", Map.of("container", "orders"));

        assertThat(wording.fill(template, values)).isEmpty();
    }

    @Test
    void aComparisonWithWhatMayBeMissingIsAFlawUnlessItAsksFirst() {
        assertThat(wording.flaw("{#if anomaly.weight > 5}heavy{/if}"))
                .hasValueSatisfying(flaw -> assertThat(flaw).startsWith("fails where a value is missing"));
        assertThat(wording.flaw("{#if anomaly.weight && anomaly.weight > 5}heavy{/if}"))
                .isEmpty();
    }

    @Test
    void whatCannotBeComparedSaysSoInTheText() {
        var template = "{#if anomaly.type && anomaly.type > 5}x{/if}";

        assertThat(wording.fill(template, Map.of("anomaly", Map.of("type", "record"))))
                .startsWith("(the template failed: ");
    }

    @Test
    void aGoodTemplateHasNoFlaw() {
        assertThat(wording.flaw("{anomaly.id}: {anomaly.description ?: 'no words'}"))
                .isEmpty();
    }
}
