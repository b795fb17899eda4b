package io.nowbridge.ticket;

import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static io.nowbridge.ticket.TicketFixtures.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link SeenTickets}, for every store that keeps them. */
public abstract class SeenTicketsContract {

    private static final TicketNote NOTE = new TicketNote("j1", "beth", false, "On it.", true, NOW);

    private SeenTickets tickets;

    protected abstract SeenTickets emptyStore();

    @BeforeEach
    void startEmpty() {
        tickets = emptyStore();
    }

    @Test
    void whatWasNeverSeenIsNotRemembered() {
        assertThat(find(1)).isEmpty();
    }

    @Test
    void aTicketIsRememberedAsItWasSeen() {
        var seen = seen(1, NOW, List.of(NOTE));

        keep(seen);

        assertThat(find(1)).contains(seen);
    }

    @Test
    void whatIsNoLongerKnownIsForgotten() {
        keep(seen(1, NOW, List.of(NOTE)));
        var bare = new SeenTicket(
                ref(1),
                ticket("INC1"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                NOW.plusSeconds(1));

        keep(bare);

        assertThat(find(1)).contains(bare);
    }

    @Test
    void whatWasSeenEarlierDoesNotReplaceWhatWasSeenLater() {
        var later = seen(1, NOW.plusMillis(1), List.of());
        keep(later);

        keep(seen(1, NOW, List.of(NOTE)));
        await(tickets.keepAllButNotes(seen(1, NOW, List.of())));

        assertThat(find(1)).contains(later);
    }

    @Test
    void notesThatWereNotLookedAtStay() {
        keep(seen(1, NOW, List.of(NOTE)));

        await(tickets.keepAllButNotes(seen(1, NOW.plusSeconds(1), List.of())));

        assertThat(find(1)).contains(seen(1, NOW.plusSeconds(1), List.of(NOTE)));
    }

    @Test
    void aTicketWhoseNotesNobodyLookedAtHasNone() {
        await(tickets.keepAllButNotes(seen(1, NOW, List.of(NOTE))));

        assertThat(find(1)).contains(seen(1, NOW, List.of()));
    }

    @Test
    void thoseThatAreRememberedAreFoundTogetherHoweverMany() {
        var numbers = IntStream.rangeClosed(1, 130).boxed().toList();
        numbers.stream().filter(number -> number != 7).forEach(number -> keep(seen(number, NOW, List.of())));

        var found = await(
                tickets.findAll(numbers.stream().map(SeenTicketsContract::ref).toList()));

        assertThat(found).hasSize(129).doesNotContainKey(ref(7)).containsEntry(ref(130), seen(130, NOW, List.of()));
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(await(tickets.findAll(List.of()))).isEmpty();
    }

    private static TicketRef ref(int number) {
        return new TicketRef(CONNECTION, "incident", "id-of-INC" + number);
    }

    private static SeenTicket seen(int number, Instant at, List<TicketNote> notes) {
        return new SeenTicket(
                ref(number),
                ticket("INC" + number),
                Optional.of("Beth Anglin"),
                Optional.of("Fixed"),
                Optional.of(NOW.minusSeconds(60)),
                notes,
                false,
                at);
    }

    private Optional<SeenTicket> find(int number) {
        return await(tickets.find(ref(number)));
    }

    private void keep(SeenTicket seen) {
        await(tickets.keep(seen));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
