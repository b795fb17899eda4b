package io.nowbridge.delivery;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides what becomes of an update that could not be delivered: later, or never.
 *
 * <p>What is given up is first announced to the people who look after it, and then put aside: whoever dies in between has it
 * announced twice.
 */
final class Setback {

    private static final String AGAIN = "It is tried again, and those behind it wait.";
    private static final String DEAD = "Then replay it: it is among the updates that were given up.";

    // The windows of ServiceNow's rate limits last an hour; who asks for more is not believed.
    private static final Duration LONGEST_PARKING = Duration.ofHours(1);

    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final DeliveryLog log;
    private final Pauses pauses;
    private final InstantSource clock;

    Setback(TicketUpdates updates, DeliveryQueue queue, DeliveryLog log, Pauses pauses, InstantSource clock) {
        this.updates = updates;
        this.queue = queue;
        this.log = log;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** The desk refused a write, or did not answer it. */
    Uni<Step> afterWriting(Errand errand, Waiting tried, ConnectedSystemException failure) {
        return switch (failure) {
            case Rejected refusal -> giveUp(tried, refusal);
            case Unavailable busy when busy.asked() -> park(errand, tried, busy);
            case Unavailable down -> tryLater(errand, tried, down);
            case Unauthorized refusal -> tryLater(errand, tried, refusal);
            case Forbidden refusal -> tryLater(errand, tried, refusal);
            case Unintelligible answer -> tryLater(errand, tried, answer);
        };
    }

    /** It could not be seen whether the update is there, which says nothing against the update. */
    Uni<Step> afterLooking(Errand errand, Waiting sought, ConnectedSystemException failure) {
        return failure instanceof Unavailable busy && busy.asked()
                ? park(errand, sought, busy)
                : tryLater(errand, sought, failure);
    }

    /** An earlier write was not answered and may still be carried out. */
    Uni<Step> unsettled(Errand errand, Waiting sent, Instant settles) {
        return log.failed(
                        sent.update(),
                        "A write was not answered, and the connected system may still be working on it",
                        WhoCanFix.NOBODY,
                        AGAIN)
                .chain(() -> updates.postpone(sent, errand.owner(), settles))
                .replaceWith(Step.TURN_ENDED);
    }

    private Uni<Step> tryLater(Errand errand, Waiting tried, ConnectedSystemException failure) {
        var counted = tried.triedInVain();
        return pauses.after(counted.attempts())
                .map(pause -> log.failed(counted.update(), failure, AGAIN)
                        .chain(() -> updates.postpone(
                                counted, errand.owner(), clock.instant().plus(pause)))
                        .replaceWith(Step.TURN_ENDED))
                .orElseGet(() -> giveUp(tried, failure));
    }

    // Whoever asks us to wait would have been asked by anybody's call, so this one does not count as a try.
    private Uni<Step> park(Errand errand, Waiting held, Unavailable busy) {
        var pause = busy.retryAfter().compareTo(LONGEST_PARKING) < 0 ? busy.retryAfter() : LONGEST_PARKING;
        var until = clock.instant().plus(pause);
        return log.failed(held.update(), busy, AGAIN)
                .chain(() -> updates.park(errand.ticket().connection(), until))
                .chain(() -> updates.postpone(held, errand.owner(), until))
                .replaceWith(Step.TURN_ENDED);
    }

    private Uni<Step> giveUp(Waiting dead, ConnectedSystemException failure) {
        return queue.bury(dead.update())
                .chain(() -> log.failed(dead.update(), failure, DEAD))
                .chain(() -> updates.bury(dead, String.valueOf(failure.getMessage()), clock.instant()))
                .replaceWith(Step.DONE);
    }
}
