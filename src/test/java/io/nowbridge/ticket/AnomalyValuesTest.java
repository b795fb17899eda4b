package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnomalyValuesTest {

    @Test
    void everyPartHasTheNameThatTemplatesUse() {
        assertThat(AnomalyValues.of(ANOMALY))
                .containsOnly(
                        Map.entry("id", "456"),
                        Map.entry("source", "default"),
                        Map.entry("type", "record"),
                        Map.entry("status", "Active"),
                        Map.entry("weight", 12),
                        Map.entry("description", "Value out of expected range"),
                        Map.entry("datastore", Map.of("id", "1", "name", "Production DB")),
                        Map.entry("container", "orders"),
                        Map.entry("detectedAt", "2026-01-05 08:59:00 UTC"),
                        Map.entry("link", "https://anomalies.example/456"),
                        Map.entry("fields", List.of("total_amount")),
                        Map.entry("tags", List.of()),
                        Map.entry("failedChecks", List.of("Total Amount Check (99)")),
                        Map.entry("ruleTypes", List.of()));
    }

    @Test
    void whatIsNotKnownIsMissing() {
        assertThat(AnomalyValues.of(Anomaly.of(ANOMALY.id())))
                .containsOnlyKeys("id", "source", "fields", "tags", "failedChecks", "ruleTypes");
    }
}
