package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TicketFormTest {

    @Test
    void aDefaultFillsWhatTheFormLeavesOutAndNothingElse() {
        var form = FORM.withDefaults(Map.of("caller", "abel.tuter", "impact", "1", "shortDescription", "Mine"));

        assertThat(form.caller()).contains("abel.tuter");
        assertThat(form.impact()).isEqualTo(FORM.impact());
        assertThat(form.shortDescription()).isEqualTo(FORM.shortDescription());
    }

    @Test
    void aColumnsDefaultGivesWayToTheRequestsValue() {
        var form = with(Optional.empty(), Map.of("u_dataset", "orders"))
                .withDefaults(Map.of("fields.u_dataset", "any", "fields.u_team", "data"));

        assertThat(form.fields()).isEqualTo(Map.of("u_dataset", "orders", "u_team", "data"));
    }

    @Test
    void aDefaultSubcategoryComesWithItsCategoryOnly() {
        var defaults = Map.of("category", "database", "subcategory", "oracle");

        assertThat(with(Optional.empty(), Map.of()).withDefaults(defaults).subcategory())
                .contains("oracle");
        assertThat(with(Optional.of("database"), Map.of())
                        .withDefaults(defaults)
                        .subcategory())
                .contains("oracle");
        assertThat(with(Optional.of("network"), Map.of()).withDefaults(defaults).subcategory())
                .isEmpty();
    }

    private static TicketForm with(Optional<String> category, Map<String, String> fields) {
        return new TicketForm(
                "incident",
                "Totals are off",
                "",
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(fields));
    }
}
