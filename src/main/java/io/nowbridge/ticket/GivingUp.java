package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * Ends an attempt without a link: settles what becomes of its claim, logs why, and says so.
 *
 * @param <O> the outcome of what was attempted
 */
final class GivingUp<O> {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final TicketClaims claims;
    private final TicketLog log;
    private final Doubts doubts;
    private final Unconfirmed<? extends O> unconfirmed;

    /**
     * What to say where it is not known whether the write was carried out.
     *
     * @param blind why a look tells nothing
     * @param letItRead what an administrator can do about that
     * @param repeat why a repeat is safe
     */
    record Doubts(String blind, String letItRead, String repeat) {}

    /** How an outcome says that nothing is known for certain. */
    interface Unconfirmed<O> {

        O of(LinkId link, Failure failure, Duration retryAfter);
    }

    GivingUp(TicketClaims claims, TicketLog log, Doubts doubts, Unconfirmed<? extends O> unconfirmed) {
        this.claims = claims;
        this.log = log;
        this.doubts = doubts;
        this.unconfirmed = unconfirmed;
    }

    /** The desk does not know what the request names. */
    Uni<Void> refuse(Effort effort, List<Misfit> misfits) {
        return end(effort, misfits.stream().map(Misfit::failure).toList());
    }

    /** The desk failed, and as far as can be seen nothing was written. */
    Uni<O> fail(Effort effort, ConnectedSystemException failure) {
        return end(effort, List.of(Failure.of(effort.subject(), failure)))
                .onFailure()
                .invoke(failure::addSuppressed)
                .onItemOrFailure()
                .transformToUni((done, unrecorded) -> Uni.createFrom().failure(failure));
    }

    /** The write's answer was lost, and the desk shows nothing. */
    Uni<O> blind(Effort effort, String cause) {
        return unconfirmed(
                effort, cause + ". " + doubts.blind(), WhoCanFix.ADMINISTRATOR, doubts.letItRead(), A_MOMENT);
    }

    /** The write's answer was lost, and so was the look. */
    Uni<O> unseen(Effort effort, String cause, ConnectedSystemException look) {
        var retryAfter = look instanceof Unavailable busy ? busy.retryAfter() : A_MOMENT;
        return unconfirmed(
                effort,
                cause + ", then: " + look.getMessage(),
                WhoCanFix.of(look),
                look.remedy() + " " + doubts.repeat(),
                retryAfter);
    }

    /** The last write was not answered and may still be carried out. */
    Uni<O> unsettled(Effort effort, String cause, Duration left) {
        return unconfirmed(
                effort,
                cause + ", and the connected system may still be working on it",
                WhoCanFix.NOBODY,
                doubts.repeat(),
                left);
    }

    private Uni<O> unconfirmed(Effort effort, String cause, WhoCanFix whoCanFix, String remedy, Duration retryAfter) {
        var failure = new Failure(effort.subject(), cause, whoCanFix, remedy);
        return end(effort, List.of(failure))
                .replaceWith(() -> unconfirmed.of(effort.link().id(), failure, retryAfter));
    }

    // Neither waits for the other: a claim that cannot be given up ends by itself, but what is not logged is lost.
    private Uni<Void> end(Effort effort, List<Failure> failures) {
        return Uni.combine()
                .all()
                .unis(release(effort), log.failed(effort, failures))
                .collectFailures()
                .discardItems();
    }

    // Where a write was sent, whoever comes next must look for what it may have left.
    private Uni<Void> release(Effort effort) {
        return effort.settles()
                .map(end -> claims.leave(effort.key(), effort.attempt(), end))
                .orElseGet(() -> claims.forget(effort.key(), effort.attempt()));
    }
}
