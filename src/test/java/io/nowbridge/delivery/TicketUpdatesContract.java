package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.OTHER_TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdates.Buried;
import io.nowbridge.delivery.TicketUpdates.Turn;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.delivery.TicketUpdates.Whereabouts;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of {@link TicketUpdates}: those of each line, and of which lines are due, and what becomes of the given up. */
public abstract class TicketUpdatesContract extends TicketLineContract {

    private static final ConnectionId OTHER_CONNECTION = new ConnectionId("other");

    @Test
    void whatWasAddedIsDueEvenIfNobodyWasWoken() {
        add(update("one"));

        assertThat(due(NOW)).containsExactly(TICKET);
    }

    @Test
    void whatAWorkerHasTakenIsDueOnceItsLeaseHasEnded() {
        add(update("one"));
        take("w1", NOW);

        assertThat(due(NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(due(NOW.plus(LEASE))).containsExactly(TICKET);
    }

    @Test
    void whatIsPostponedIsDueWhenItsTimeHasCome() {
        add(update("one"));
        take("w1", NOW);
        postpone("w1", LATER);

        assertThat(due(LATER.minusMillis(1))).isEmpty();
        assertThat(due(LATER)).containsExactly(TICKET);
    }

    @Test
    void thoseThatWaitLongestAreDueFirst() {
        add(update("one"));
        take("w1", NOW);
        postpone("w1", LATER);
        add(update("two", OTHER_TICKET));

        assertThat(due(LATER)).containsExactly(OTHER_TICKET, TICKET);
        assertThat(updates.due(CONNECTION, LATER, 1).await().indefinitely()).containsExactly(OTHER_TICKET);
    }

    @Test
    void ticketsOfOtherConnectionsAreDueForThemselves() {
        var other = new TicketRef(OTHER_CONNECTION, "incident", "elsewhere");
        add(update("one"));
        add(update("two", other));

        assertThat(due(NOW)).containsExactly(TICKET);
        assertThat(updates.due(OTHER_CONNECTION, NOW, 10).await().indefinitely())
                .containsExactly(other);
    }

    @Test
    void aParkedConnectionIsLeftAlone() {
        var other = new TicketRef(OTHER_CONNECTION, "incident", "elsewhere");
        add(update("one"));
        add(update("two", other));

        updates.park(CONNECTION, LATER).await().indefinitely();

        assertThat(due(LATER.minusMillis(1))).isEmpty();
        assertThat(take("w1", LATER.minusMillis(1))).isEqualTo(Turn.NOT_YET);
        assertThat(updates.take(other, "w1", NOW, LEASE).await().indefinitely()).isEqualTo(Turn.TAKEN);
        assertThat(due(LATER)).containsExactly(TICKET);
        assertThat(take("w1", LATER)).isEqualTo(Turn.TAKEN);
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        add(update("one"));
        updates.park(CONNECTION, LATER).await().indefinitely();

        updates.park(CONNECTION, NOW.plusSeconds(1)).await().indefinitely();

        assertThat(take("w1", LATER.minusMillis(1))).isEqualTo(Turn.NOT_YET);
    }

    @Test
    void whateverIsInALineWaitsWhoeverIsAtWorkOnIt() {
        add(update("one"));
        add(update("two", OTHER_TICKET));
        add(update("three", new TicketRef(OTHER_CONNECTION, "incident", "elsewhere")));
        take("w1", NOW);
        postpone("w1", LATER);
        updates.park(CONNECTION, LATER).await().indefinitely();

        assertThat(waiting(10)).containsExactly(OTHER_TICKET, TICKET);
        assertThat(waiting(1)).containsExactly(OTHER_TICKET);
    }

    @Test
    void aLineThatWasLeftEmptyWaitsNoMore() {
        add(update("one"));
        take("w1", NOW);
        updates.delivered(first().orElseThrow()).await().indefinitely();
        leave("w1");

        assertThat(waiting(10)).isEmpty();
    }

    @Test
    void aBuriedUpdateIsOutOfTheLineAndKeptWithItsCause() {
        add(update("one"));
        add(update("two"));

        bury("It is refused");

        assertThat(buried()).singleElement().satisfies(dead -> {
            assertThat(dead.update()).isEqualTo(update("one"));
            assertThat(dead.cause()).isEqualTo("It is refused");
            assertThat(dead.at()).isEqualTo(LATER);
        });
        assertThat(drained()).containsExactly("two");
    }

    @Test
    void buryingTwiceBuriesOnce() {
        add(update("one"));
        var update = first().orElseThrow();

        updates.bury(update, "It is refused", LATER).await().indefinitely();
        updates.bury(update, "It is refused", LATER.plusSeconds(1)).await().indefinitely();

        assertThat(buried()).hasSize(1);
    }

    @Test
    void theBuriedComeInPagesTheOldestFirst() {
        add(update("one"));
        add(update("two"));
        updates.bury(first().orElseThrow(), "first", NOW).await().indefinitely();
        updates.bury(first().orElseThrow(), "second", LATER).await().indefinitely();

        var page = updates.buried(new PageRequest(1, Optional.empty())).await().indefinitely();
        var rest = updates.buried(new PageRequest(1, page.next())).await().indefinitely();

        assertThat(page.items()).extracting(Buried::cause).containsExactly("first");
        assertThat(rest.items()).extracting(Buried::cause).containsExactly("second");
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void anUnearthedUpdateIsTheLastOfItsLineAndUntriedButStillLookedFor() {
        add(update("one"));
        add(update("two"));
        take("w1", NOW);
        announce("w1", LATER);
        bury("It is refused");

        var ticket = updates.unearth(buried().getFirst().id(), Optional.empty(), LATER)
                .await()
                .indefinitely();

        assertThat(ticket).contains(TICKET);
        assertThat(buried()).isEmpty();
        updates.delivered(first().orElseThrow()).await().indefinitely();
        assertThat(first()).contains(new Waiting(update("one"), 2, 0, Optional.of(LATER)));
    }

    @Test
    void anUnearthedUpdateOfAnEmptyLineIsDue() {
        add(update("one"));
        take("w1", NOW);
        bury("It is refused");
        leave("w1");

        updates.unearth(buried().getFirst().id(), Optional.empty(), LATER)
                .await()
                .indefinitely();

        assertThat(due(LATER)).containsExactly(TICKET);
    }

    @Test
    void whatIsNotBuriedIsNotUnearthed() {
        add(update("one"));
        bury("It is refused");
        var id = buried().getFirst().id();
        updates.unearth(id, Optional.empty(), LATER).await().indefinitely();

        assertThat(updates.unearth(id, Optional.empty(), LATER).await().indefinitely())
                .isEmpty();
        assertThat(drained()).containsExactly("one");
    }

    @Test
    void anUpdateIsFoundWhereverItIs() {
        add(update("one"));
        add(update("two"));
        bury("It is refused");

        assertThat(find("one")).contains(new Whereabouts.GivenUp(buried().getFirst()));
        assertThat(find("two")).contains(new Whereabouts.InLine(first().orElseThrow()));
        assertThat(find("three")).isEmpty();

        updates.delivered(first().orElseThrow()).await().indefinitely();
        assertThat(find("two")).isEmpty();
    }

    @Test
    void anUnearthedUpdateIsFoundInItsLineAndSaysWhatItIsToldTo() {
        add(update("one"));
        bury("It is refused");

        updates.unearth(buried().getFirst().id(), Optional.of("Said better"), LATER)
                .await()
                .indefinitely();

        var said = new Waiting(update("one").saying("Said better"), 1, 0, Optional.empty());
        assertThat(find("one")).contains(new Whereabouts.InLine(said));
        assertThat(first()).contains(said);
    }

    @Test
    void aPostponedTicketThatIsHastenedMayBeTakenNow() {
        add(update("one"));
        take("w1", NOW);
        postpone("w1", LATER);

        var hastened = updates.hasten(TICKET, NOW.plusSeconds(1)).await().indefinitely();

        assertThat(hastened).isTrue();
        assertThat(due(NOW.plusSeconds(1))).containsExactly(TICKET);
        assertThat(take("w2", NOW.plusSeconds(1))).isEqualTo(Turn.TAKEN);
    }

    @Test
    void whoeverIsAtWorkIsNotHastened() {
        add(update("one"));
        take("w1", NOW);

        assertThat(updates.hasten(TICKET, NOW).await().indefinitely()).isFalse();
        assertThat(due(NOW)).isEmpty();
    }

    @Test
    void whereNothingWaitsNothingIsHastened() {
        assertThat(updates.hasten(TICKET, NOW).await().indefinitely()).isFalse();
        assertThat(due(LATER)).isEmpty();
    }

    private Optional<Whereabouts> find(String id) {
        return updates.find(id).await().indefinitely();
    }

    private List<TicketRef> waiting(int limit) {
        return updates.waiting(CONNECTION, limit).await().indefinitely();
    }

    private void bury(String cause) {
        updates.bury(first().orElseThrow(), cause, LATER).await().indefinitely();
    }

    private List<Buried> buried() {
        return updates.buried(new PageRequest(10, Optional.empty()))
                .await()
                .indefinitely()
                .items();
    }
}
