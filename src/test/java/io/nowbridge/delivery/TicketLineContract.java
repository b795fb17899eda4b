package io.nowbridge.delivery;

import static io.nowbridge.delivery.DeliveryFixtures.OTHER_TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.TICKET;
import static io.nowbridge.delivery.DeliveryFixtures.update;
import static io.nowbridge.ticket.TicketFixtures.ANOMALY;
import static io.nowbridge.ticket.TicketFixtures.CONNECTION;
import static io.nowbridge.ticket.TicketFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.delivery.TicketUpdates.Turn;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link TicketUpdates} for the line of one ticket and the turn at it, for every store that keeps them. */
public abstract class TicketLineContract {

    protected static final Duration LEASE = Duration.ofSeconds(40);

    static final Instant LATER = NOW.plusSeconds(60);

    TicketUpdates updates;

    protected abstract TicketUpdates emptyStore();

    @BeforeEach
    void startEmpty() {
        updates = emptyStore();
    }

    @Test
    void anUpdateComesBackAsItWasAdded() {
        var whole = new TicketUpdate(
                "whole",
                TICKET,
                Optional.of("INC0000042"),
                ANOMALY.id(),
                "Reopened: ∑ ≠ 0 \uD83D\uDEA8",
                true,
                Optional.of("2"),
                Map.of("close_code", ""),
                "maria",
                NOW);

        add(whole);

        assertThat(first()).contains(new Waiting(whole, 0, 0, Optional.empty()));
    }

    @Test
    void anUpdateOfATicketWhoseNumberIsUnknownComesBackAsItWasAdded() {
        var unnumbered = new TicketUpdate(
                "one",
                TICKET,
                Optional.empty(),
                ANOMALY.id(),
                "Hello",
                false,
                Optional.empty(),
                Map.of(),
                "maria",
                NOW);

        add(unnumbered);

        assertThat(first().map(Waiting::update)).contains(unnumbered);
    }

    @Test
    void updatesWaitInTheOrderInWhichTheyWereAdded() {
        for (var number = 0; number < 12; number++) {
            add(update("b-" + (12 - number)));
        }

        assertThat(drained())
                .containsExactly("b-12", "b-11", "b-10", "b-9", "b-8", "b-7", "b-6", "b-5", "b-4", "b-3", "b-2", "b-1");
    }

    @Test
    void whatIsAddedAgainWaitsOnce() {
        add(update("one"));
        add(update("one"));

        assertThat(drained()).containsExactly("one");
    }

    @Test
    void whatIsAddedAgainAfterItWasDeliveredDoesNotWaitAgain() {
        add(update("one"));
        drained();

        add(update("one"));

        assertThat(first()).isEmpty();
    }

    @Test
    void linesOfOtherTicketsAreTheirOwn() {
        add(update("one"));
        add(update("two", OTHER_TICKET));

        assertThat(drained()).containsExactly("one");
    }

    @Test
    void aTicketWithoutUpdatesHasNoTurnToTake() {
        assertThat(take("w1", NOW)).isEqualTo(Turn.IDLE);
    }

    @Test
    void oneWorkerAtATimeHasTheTurn() {
        add(update("one"));

        assertThat(take("w1", NOW)).isEqualTo(Turn.TAKEN);
        assertThat(take("w2", NOW)).isEqualTo(Turn.HELD);
        assertThat(take("w2", NOW.plus(LEASE).minusMillis(1))).isEqualTo(Turn.HELD);
        assertThat(take("w2", NOW.plus(LEASE))).isEqualTo(Turn.TAKEN);
        assertThat(take("w1", NOW.plus(LEASE))).isEqualTo(Turn.HELD);
    }

    @Test
    void takingTheTurnAgainRenewsIt() {
        add(update("one"));
        take("w1", NOW);

        assertThat(take("w1", NOW.plusSeconds(30))).isEqualTo(Turn.TAKEN);
        assertThat(take("w2", NOW.plus(LEASE))).isEqualTo(Turn.HELD);
    }

    @Test
    void whoHasTheTurnMayAnnounceAWrite() {
        add(update("one"));
        take("w1", NOW);

        assertThat(announce("w1", LATER)).isTrue();
        assertThat(first().flatMap(Waiting::settles)).contains(LATER);
    }

    @Test
    void whoHasLostTheTurnMayNot() {
        add(update("one"));
        take("w1", NOW);
        take("w2", NOW.plus(LEASE));

        assertThat(announce("w1", LATER)).isFalse();
        assertThat(first().flatMap(Waiting::settles)).isEmpty();
    }

    @Test
    void whatWasDeliveredAlreadyCannotBeAnnounced() {
        add(update("one"));
        take("w1", NOW);
        var update = first().orElseThrow();
        updates.delivered(update).await().indefinitely();

        assertThat(updates.announce(update, "w1", LATER).await().indefinitely()).isFalse();
        assertThat(first()).isEmpty();
    }

    @Test
    void deliveringTwiceTakesNothingElseAway() {
        add(update("one"));
        add(update("two"));
        var update = first().orElseThrow();

        updates.delivered(update).await().indefinitely();
        updates.delivered(update).await().indefinitely();

        assertThat(drained()).containsExactly("two");
    }

    @Test
    void aPostponedTicketIsLeftAloneUntilItsTimeHasCome() {
        add(update("one"));
        take("w1", NOW);

        postpone("w1", LATER);

        assertThat(take("w2", LATER.minusMillis(1))).isEqualTo(Turn.NOT_YET);
        assertThat(take("w2", LATER)).isEqualTo(Turn.TAKEN);
    }

    @Test
    void aPostponedUpdateIsKeptAsItWasGiven() {
        add(update("one"));
        take("w1", NOW);
        announce("w1", LATER);
        var unsent = new Waiting(update("one"), 0, 3, Optional.empty());

        updates.postpone(unsent, "w1", LATER).await().indefinitely();

        assertThat(first()).contains(unsent);
    }

    @Test
    void whoHasLostTheTurnPostponesNothing() {
        add(update("one"));
        take("w1", NOW);
        take("w2", NOW.plus(LEASE));
        announce("w2", LATER);

        updates.postpone(new Waiting(update("one"), 0, 1, Optional.empty()), "w1", NOW.plusSeconds(600))
                .await()
                .indefinitely();

        assertThat(first()).contains(new Waiting(update("one"), 0, 0, Optional.of(LATER)));
        assertThat(take("w2", LATER)).isEqualTo(Turn.TAKEN);
    }

    @Test
    void whatJoinsAPostponedLineDoesNotShortenItsPause() {
        add(update("one"));
        take("w1", NOW);
        postpone("w1", LATER);

        add(update("two"));

        assertThat(due(LATER.minusMillis(1))).isEmpty();
        assertThat(take("w2", LATER.minusMillis(1))).isEqualTo(Turn.NOT_YET);
    }

    @Test
    void whoLeavesAnEmptyLineLeavesNothingBehind() {
        add(update("one"));
        take("w1", NOW);
        updates.delivered(first().orElseThrow()).await().indefinitely();

        assertThat(leave("w1")).isFalse();
        assertThat(take("w2", LATER)).isEqualTo(Turn.IDLE);
    }

    @Test
    void whoLeavesALineThatIsNotEmptyIsToldSo() {
        add(update("one"));
        take("w1", NOW);

        assertThat(leave("w1")).isTrue();
        assertThat(take("w2", NOW)).isEqualTo(Turn.TAKEN);
    }

    @Test
    void whoHasLostTheTurnLeavesNothing() {
        add(update("one"));
        take("w1", NOW);
        take("w2", NOW.plus(LEASE));

        assertThat(leave("w1")).isFalse();
        assertThat(take("w3", NOW.plus(LEASE))).isEqualTo(Turn.HELD);
    }

    @Test
    void aLineThatWasEmptyFillsAgain() {
        add(update("one"));
        take("w1", NOW);
        drained();
        leave("w1");

        add(update("two"));

        assertThat(due(NOW)).containsExactly(TICKET);
        assertThat(first()).contains(new Waiting(update("two"), 1, 0, Optional.empty()));
    }

    void add(TicketUpdate update) {
        updates.add(update).await().indefinitely();
    }

    Turn take(String owner, Instant now) {
        return updates.take(TICKET, owner, now, LEASE).await().indefinitely();
    }

    Optional<Waiting> first() {
        return updates.first(TICKET).await().indefinitely();
    }

    boolean announce(String owner, Instant settles) {
        return updates.announce(first().orElseThrow(), owner, settles).await().indefinitely();
    }

    void postpone(String owner, Instant until) {
        updates.postpone(first().orElseThrow(), owner, until).await().indefinitely();
    }

    boolean leave(String owner) {
        return updates.leave(TICKET, owner, NOW).await().indefinitely();
    }

    List<TicketRef> due(Instant now) {
        return updates.due(CONNECTION, now, 10).await().indefinitely();
    }

    /** Delivers all that waits; returns the ids in their order. */
    List<String> drained() {
        var ids = new ArrayList<String>();
        for (var first = first(); first.isPresent(); first = first()) {
            ids.add(first.get().update().id());
            updates.delivered(first.get()).await().indefinitely();
        }
        return ids;
    }
}
