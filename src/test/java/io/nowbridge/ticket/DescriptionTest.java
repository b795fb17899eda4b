package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final Anomaly BARE = Anomaly.of(AnomalyId.ofDefaultSource("7"));

    @Test
    void theContextFollowsThePersonsWords() {
        var description = Description.of("Please look.", ANOMALY, 4000);

        assertThat(description.text()).isEqualTo("""
                Please look.

                --- Anomaly ---
                Anomaly ID: 456
                Type: record
                Status: Active
                Weight: 12
                Detected: 2026-01-05 08:59:00 UTC
                Datastore: Production DB
                Container: orders
                Fields: total_amount
                Failed checks: Total Amount Check (99)
                View: https://anomalies.example/456
                Message: Value out of expected range""");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        var description = Description.of("", BARE, 4000);

        assertThat(description.text()).isEqualTo("--- Anomaly ---\nAnomaly ID: 7");
    }

    @Test
    void longWordsAreCutVisiblyAndTheContextStays() {
        var description = Description.of("x".repeat(5000), ANOMALY, 4000);

        assertThat(description.text())
                .hasSize(4000)
                .containsPattern("x \\[\\.\\.\\. \\d+ characters cut]\n\n--- Anomaly ---")
                .endsWith("Message: Value out of expected range");
        assertThat(description.warnings())
                .singleElement()
                .extracting(Warning::field)
                .isEqualTo("description");
    }

    @Test
    void theMarkTellsHowMuchIsMissing() {
        var description = Description.of("x".repeat(5000), BARE, 1000);

        var kept = description.text().chars().filter(letter -> letter == 'x').count();
        assertThat(description.text()).contains("[... " + (5000 - kept) + " characters cut]");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        for (var length = 200; length < 220; length++) {
            var text = Description.of("\uD83D\uDD25".repeat(500), BARE, length).text();

            assertThat(text.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                    .isEmpty();
            assertThat(text.length()).isLessThanOrEqualTo(length);
        }
    }

    @Test
    void aTextFromOutsideCannotPassForALineOfOurs() {
        var sly = new Anomaly(
                BARE.id(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("harmless\nStatus: Resolved"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());

        assertThat(Description.of("", sly, 4000).text().lines()).noneMatch(line -> line.startsWith("Status:"));
    }

    @Test
    void evenAContextThatIsTooLongFits() {
        var description = Description.of("Please look.", ANOMALY, 100);

        assertThat(description.text()).hasSizeLessThanOrEqualTo(100).contains("characters cut]");
    }
}
