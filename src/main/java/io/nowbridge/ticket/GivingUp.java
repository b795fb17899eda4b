package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.Opening.Job;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Ends an attempt without a ticket: settles what becomes of its claim, logs why, and says so. */
final class GivingUp {

    private static final Duration A_MOMENT = Duration.ofSeconds(2);
    private static final String BLIND =
            "The desk shows the integration user no tickets, so it cannot be told whether this one is open";
    private static final String LET_IT_READ =
            "Give the integration user the right to read the ticket table, then repeat the same request: it finds the"
                    + " ticket if there is one, and opens none beside it.";
    private static final String REPEAT =
            "Repeat the same request later: it finds the ticket if there is one, and opens none beside it.";

    private final TicketClaims claims;
    private final TicketLog log;

    GivingUp(TicketClaims claims, TicketLog log) {
        this.claims = claims;
        this.log = log;
    }

    /** The desk does not know what the form names. */
    Uni<Outcome> refuse(Job job, List<Misfit> misfits) {
        var failures = misfits.stream()
                .map(misfit -> new Failure(
                        misfit.field(), misfit.message(), WhoCanFix.CALLER, "Correct the field and send it again."))
                .toList();
        return end(job, failures).replaceWith(new Outcome.Unfit(misfits));
    }

    /** The desk failed, and as far as can be seen there is no ticket. */
    Uni<Outcome> fail(Job job, ConnectedSystemException failure) {
        return end(job, List.of(Failure.of(job.subject(), failure)))
                .onFailure()
                .invoke(failure::addSuppressed)
                .onItemOrFailure()
                .transformToUni((done, unrecorded) -> Uni.createFrom().failure(failure));
    }

    /** The write's answer was lost, and the desk shows nothing. */
    Uni<Outcome> blind(Job job, String cause) {
        return unconfirmed(job, cause + ". " + BLIND, WhoCanFix.ADMINISTRATOR, LET_IT_READ, A_MOMENT);
    }

    /** The write's answer was lost, and so was the look. */
    Uni<Outcome> unseen(Job job, String cause, ConnectedSystemException look) {
        var retryAfter = look instanceof Unavailable busy ? busy.retryAfter() : A_MOMENT;
        return unconfirmed(
                job,
                cause + ", then: " + look.getMessage(),
                WhoCanFix.of(look),
                look.remedy() + " " + REPEAT,
                retryAfter);
    }

    /** The last write was not answered and may still be carried out. */
    Uni<Outcome> unsettled(Job job, String cause, Duration left) {
        return unconfirmed(
                job, cause + ", and the connected system may still be working on it", WhoCanFix.NOBODY, REPEAT, left);
    }

    private Uni<Outcome> unconfirmed(Job job, String cause, WhoCanFix whoCanFix, String remedy, Duration retryAfter) {
        var failure = new Failure(job.subject(), cause, whoCanFix, remedy);
        return end(job, List.of(failure))
                .replaceWith(new Outcome.Unconfirmed(job.link().id(), failure, retryAfter));
    }

    // Neither waits for the other: a claim that cannot be given up ends by itself, but what is not logged is lost.
    private Uni<Void> end(Job job, List<Failure> failures) {
        return Uni.combine()
                .all()
                .unis(release(job), log.failed(job, failures))
                .collectFailures()
                .discardItems();
    }

    // Where a write was sent, whoever comes next must look for what it may have left.
    private Uni<Void> release(Job job) {
        return job.settles()
                .map(end -> claims.leave(job.key(), job.attempt(), end))
                .orElseGet(() -> claims.forget(job.key(), job.attempt()));
    }
}
