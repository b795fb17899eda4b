package io.nowbridge.ticket;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketDesk.Sight;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the ticket of a claimed request.
 *
 * <p>Whatever happens between two steps, the next attempt finds the claim with its link id, looks for a ticket that bears
 * it, and goes on from there. The claim is completed last.
 */
final class Opening {

    private static final String BLIND =
            "The desk shows the integration user no tickets, so it cannot be told" + " whether this one is open";
    private static final String LET_IT_READ = "Give the integration user the right to read the ticket table, then"
            + " repeat the same request: it finds the ticket if there is one, and opens none beside it.";
    private static final String REPEAT =
            "Repeat the same request in a moment: it finds the ticket if there is one," + " and opens none beside it.";

    private final TicketClaims claims;
    private final TicketLinks links;
    private final TicketLog log;

    Opening(TicketClaims claims, TicketLinks links, ActivityLog log, InstantSource clock) {
        this.claims = claims;
        this.links = links;
        this.log = new TicketLog(log, clock);
    }

    /**
     * A claimed request.
     *
     * @param takenOver whether an earlier attempt may have opened a ticket for the link
     */
    record Job(
            TicketRequest request,
            TicketDesk desk,
            RequestKey key,
            Attempt attempt,
            LinkId link,
            boolean takenOver,
            Instant started) {

        String subject() {
            return request.anomaly().id().id();
        }
    }

    Uni<Outcome> run(Job job) {
        return job.takenOver() ? lookFirst(job) : checkAndOpen(job);
    }

    private Uni<Outcome> lookFirst(Job job) {
        return job.desk().look(job.link()).onItemOrFailure().transformToUni((sight, failure) -> switch (failure) {
            case null ->
                switch (sight) {
                    case Sight.Found(var ticket) -> conclude(job, ticket, List.of());
                    case Sight.Absent() -> checkAndOpen(job);
                    case Sight.Blind() -> unconfirmed(job, BLIND, WhoCanFix.ADMINISTRATOR, LET_IT_READ);
                };
            case ConnectedSystemException e -> fail(job, e, true);
            default -> Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> checkAndOpen(Job job) {
        var request = job.request();
        var description = Description.of(
                request.form().description(), request.anomaly(), job.desk().descriptionLength());
        var form = request.form().describedAs(description.text());
        return job.desk().check(form).onItemOrFailure().transformToUni((check, failure) -> switch (failure) {
            case null ->
                switch (check) {
                    case Check.Unfit(var misfits) -> refuse(job, misfits);
                    case Check.Fit(var fit, var warnings) -> open(job, fit, concat(description.warnings(), warnings));
                };
            case ConnectedSystemException e -> fail(job, e, false);
            default -> Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> open(Job job, TicketForm form, List<Warning> warnings) {
        return job.desk()
                .open(job.link(), form)
                .onItemOrFailure()
                .transformToUni((opened, failure) -> switch (failure) {
                    case null -> conclude(job, opened.ticket(), concat(warnings, opened.warnings()));
                    case ConnectedSystemException e when e.nothingHappened() -> fail(job, e, false);
                    case ConnectedSystemException e -> lookAfter(e, job, warnings);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    // The answer was lost or is not to be believed: the ticket may be open all the same.
    private Uni<Outcome> lookAfter(ConnectedSystemException lost, Job job, List<Warning> warnings) {
        return job.desk().look(job.link()).onItemOrFailure().transformToUni((sight, failure) -> switch (failure) {
            case null ->
                switch (sight) {
                    case Sight.Found(var ticket) -> conclude(job, ticket, warnings);
                    case Sight.Absent() -> fail(job, lost, true);
                    case Sight.Blind() ->
                        unconfirmed(job, lost.getMessage() + ". " + BLIND, WhoCanFix.ADMINISTRATOR, LET_IT_READ);
                };
            case ConnectedSystemException e -> {
                lost.addSuppressed(e);
                yield unconfirmed(job, lost.getMessage() + ", then " + e.getMessage(), WhoCanFix.of(e), REPEAT);
            }
            default -> Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> conclude(Job job, Ticket ticket, List<Warning> warnings) {
        var request = job.request();
        var link = new Link(
                job.link(),
                request.anomaly().id(),
                job.desk().connection(),
                request.requester().subject(),
                job.started());
        var answer = new LinkedTicket(link, ticket, warnings);
        return links.link(link, ticket)
                .chain(() -> log.opened(job, ticket))
                .chain(() -> claims.complete(job.key(), answer, log.now()))
                .replaceWith(new Outcome.Opened(answer));
    }

    private Uni<Outcome> refuse(Job job, List<Misfit> misfits) {
        var failures = misfits.stream()
                .map(misfit -> new Failure(
                        misfit.field(), misfit.message(), WhoCanFix.CALLER, "Correct the field and send it again."))
                .toList();
        return giveUp(job, false).chain(() -> log.failed(job, failures)).replaceWith(new Outcome.Unfit(misfits));
    }

    private Uni<Outcome> unconfirmed(Job job, String cause, WhoCanFix whoCanFix, String remedy) {
        return giveUp(job, true)
                .chain(() -> log.failed(job, List.of(new Failure(job.subject(), cause, whoCanFix, remedy))))
                .replaceWith(new Outcome.Unconfirmed(job.link(), cause, remedy));
    }

    private Uni<Outcome> fail(Job job, ConnectedSystemException failure, boolean mayBeOpen) {
        return giveUp(job, mayBeOpen)
                .chain(() -> log.failed(job, List.of(Failure.of(job.subject(), failure))))
                .onFailure()
                .invoke(failure::addSuppressed)
                .onItemOrFailure()
                .transformToUni((done, unrecorded) -> Uni.createFrom().failure(failure));
    }

    // A claim that an earlier attempt left may hide a write that is still on its way: it keeps its link id for good.
    private Uni<Void> giveUp(Job job, boolean mayBeOpen) {
        return mayBeOpen || job.takenOver()
                ? claims.leave(job.key(), job.attempt())
                : claims.forget(job.key(), job.attempt());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
