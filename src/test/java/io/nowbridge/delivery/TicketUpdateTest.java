package io.nowbridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.ticket.TicketFixtures;
import io.nowbridge.ticket.TicketRef;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketUpdateTest {

    private static final TicketRef TICKET = new TicketRef(TicketFixtures.CONNECTION, "incident", "1");

    @Test
    void whatGoesWithAStateIsCutLikeTheNote() {
        var note = TicketUpdate.note(
                "u",
                TICKET,
                "INC0000001",
                AnomalyId.ofDefaultSource("456"),
                "Resolved",
                false,
                "event:e",
                TicketFixtures.NOW);

        var update = note.moving("6", Map.of("closeNotes", "x".repeat(500_000)));

        assertThat(update.fields().get("closeNotes"))
                .hasSize(TicketUpdate.LONGEST_NOTE)
                .endsWith("… (cut)");
    }
}
