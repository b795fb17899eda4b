package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.link;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkWordsTest {

    private static final TicketRef TICKET = new TicketRef(CONNECTION, "incident", "1");

    @Test
    void theReferenceIsThatOfTheAnomalyAndTheTicketWhateverTheLink() {
        var words = words(ANOMALY, link(1), TICKET, 4000);

        assertThat(words(ANOMALY, link(2), TICKET, 4000).reference()).isEqualTo(words.reference());
        assertThat(words(ANOMALY, link(1), new TicketRef(CONNECTION, "incident", "2"), 4000)
                        .reference())
                .isNotEqualTo(words.reference());
        assertThat(words(Anomaly.of(AnomalyId.ofDefaultSource("457")), link(1), TICKET, 4000)
                        .reference())
                .isNotEqualTo(words.reference());
    }

    @Test
    void detailsFitExactlyUpToTheLengthOfTheColumn() {
        var details = words(ANOMALY, link(1), TICKET, 4000).details();
        var room = "x".repeat(4000 - details.length() - 2);

        assertThat(words(ANOMALY, link(1), TICKET, 4000).entry(room).description())
                .contains(room + "\n\n" + details);
        assertThat(words(ANOMALY, link(1), TICKET, 4000).entry(room + "x").description())
                .isEmpty();
    }

    @Test
    void detailsThatAreTooLongByThemselvesAreCutVisiblyAndKeepTheirReference() {
        var words = words(ANOMALY, link(1), TICKET, 200);

        assertThat(words.details())
                .hasSizeLessThanOrEqualTo(200)
                .contains("characters cut]")
                .endsWith("Reference: " + words.reference());
    }

    @Test
    void aNoteTellsAnUnknownStatus() {
        var note =
                words(Anomaly.of(ANOMALY.id()), link(1), TICKET, 4000).entry("").note();

        assertThat(note)
                .isEqualTo(Optional.of("[2026-01-05 09:00:00 UTC] Qualytics Anomaly Linked: 456, Status: unknown "
                        + words(ANOMALY, link(1), TICKET, 4000).reference()));
    }

    private static LinkWords words(Anomaly anomaly, Link link, TicketRef ticket, int length) {
        return LinkWords.of(anomaly, link, ticket, "Qualytics", length);
    }
}
