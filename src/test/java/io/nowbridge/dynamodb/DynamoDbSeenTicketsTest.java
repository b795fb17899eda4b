package io.nowbridge.dynamodb;

import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.link;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.SeenTicketsContract;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbSeenTicketsTest extends SeenTicketsContract {

    @RegisterExtension
    static final RealTables TABLES = new RealTables();

    private static final TableConfig CONFIG = TABLES.config(Duration.ZERO, Duration.ZERO);
    private static final TicketRef REF = new TicketRef(CONNECTION, "incident", "id-of-INC1");

    @Override
    protected SeenTickets emptyStore() {
        TABLES.empty("nowbridge-links", Set.of("pk", "sk"));
        return store();
    }

    @Test
    void whatWasSeenOfATicketIsNoLinkOfIt() {
        var links = new DynamoDbTicketLinks(TABLES.client(), CONFIG);
        links.link(link(1), ticket("INC1")).await().indefinitely();
        store().keep(seen(List.of())).await().indefinitely();

        var page = links.ofTicket(REF, new PageRequest(100, Optional.empty()))
                .await()
                .indefinitely();

        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void theLongestNotesFitCutVisibly() {
        var note = new TicketNote("j1", "beth", false, "\uD83D\uDD25".repeat(50_000), false, NOW);
        store().keep(seen(Collections.nCopies(SeenTicket.MOST_NOTES, note)))
                .await()
                .indefinitely();

        var notes = store().find(REF).await().indefinitely().orElseThrow().notes();

        assertThat(notes)
                .hasSize(SeenTicket.MOST_NOTES)
                .allSatisfy(kept ->
                        assertThat(kept.text()).hasSizeLessThanOrEqualTo(4000).endsWith("characters cut]"));
    }

    private static DynamoDbSeenTickets store() {
        return new DynamoDbSeenTickets(TABLES.client(), CONFIG);
    }

    private static SeenTicket seen(List<TicketNote> notes) {
        return new SeenTicket(
                REF, ticket("INC1"), Optional.empty(), Optional.empty(), Optional.empty(), notes, false, NOW);
    }
}
