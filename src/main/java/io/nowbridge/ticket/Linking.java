package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.ticket.LinkTicket.Outcome;
import io.nowbridge.ticket.TicketWriting.Trace;
import io.nowbridge.ticket.TicketWriting.Written;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Links a ticket whose turn was claimed.
 *
 * <p>Whatever happens between two steps, the next attempt at the ticket waits until what was sent has been carried out or
 * never will be, finds by its reference what was written, and goes on from there. The turn is given up last.
 */
final class Linking {

    private static final String EARLIER = "An earlier attempt to link the ticket brought no answer";
    private static final GivingUp.Doubts DOUBTS = new GivingUp.Doubts(
            "The integration user may not read the ticket's journal, so it cannot be told whether the note is there",
            "Give the integration user the right to read the journal, then repeat the same request: it writes nothing that"
                    + " is there already.",
            "Repeat the same request later: it writes nothing that is there already.");
    private static final Warning NOT_COMPARED = new Warning(
            "ticket", "The answer to the write was lost, so what was stored was not compared with what was sent.");
    private static final Misfit GONE = new Misfit("ticket", "It was deleted meanwhile, or may no longer be seen.");

    private final TicketClaims claims;
    private final TicketLinks links;
    private final TicketLog log;
    private final Conclusion conclusion;
    private final GivingUp<Outcome> givingUp;
    private final InstantSource clock;
    private final Duration settling;

    Linking(TicketClaims claims, TicketLinks links, TicketLog log, InstantSource clock, Duration settling) {
        this.claims = claims;
        this.links = links;
        this.log = log;
        this.conclusion = new Conclusion(claims, links, log, clock);
        this.givingUp = new GivingUp<>(claims, log, DOUBTS, Outcome.Unconfirmed::new);
        this.clock = clock;
        this.settling = settling;
    }

    /** A request that has its turn at the ticket. */
    record Job(LinkRequest request, TicketDesk desk, TicketSettings settings, Ticket ticket, Effort effort) {

        TicketRef ref() {
            return new TicketRef(desk.connection(), ticket.table(), ticket.id());
        }

        boolean leavesUntouched() {
            return request.leaveUntouched().orElse(settings.linksLeaveUntouched());
        }

        Job with(Effort other) {
            return new Job(request, desk, settings, ticket, other);
        }
    }

    Uni<Outcome> run(Job job) {
        return links.between(job.effort().link().anomaly(), job.ref())
                .flatMap(found -> found.map(linked -> alreadyLinked(job, linked))
                        .orElseGet(
                                () -> job.leavesUntouched() ? conclude(job, job.ticket(), List.of()) : lookFirst(job)));
    }

    // An attempt that died after it had linked them may have died before it was logged.
    private Uni<Outcome> alreadyLinked(Job job, LinkedTicket linked) {
        var effort = job.effort();
        var logged = linked.link().equals(effort.link())
                ? log.done(effort, linked.ticket())
                : Uni.createFrom().voidItem();
        return logged.chain(() -> conclusion.release(effort)).replaceWith(new Outcome.AlreadyLinked(linked));
    }

    private Uni<Outcome> lookFirst(Job job) {
        var effort = job.effort();
        return ToldTicket.read(job).onItemOrFailure().transformToUni((found, failure) -> switch (failure) {
            case null -> found.map(ticket -> decide(job, ticket)).orElseGet(() -> gone(job));
            case ConnectedSystemException e ->
                effort.settles().isPresent() ? givingUp.unseen(effort, EARLIER, e) : givingUp.fail(effort, e);
            default -> Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> decide(Job job, ToldTicket ticket) {
        if (ticket.isTold()) {
            return conclude(job.with(job.effort().arrived()), ticket.ticket(), List.of());
        }
        return job.effort().settles().isPresent() ? traceFirst(job, ticket) : announceAndWrite(job, ticket);
    }

    private Uni<Outcome> traceFirst(Job job, ToldTicket ticket) {
        var effort = job.effort();
        return ticket.trace(job).onItemOrFailure().transformToUni((trace, failure) -> switch (failure) {
            case null ->
                switch (trace) {
                    case FOUND -> conclude(job.with(effort.arrived()), ticket.ticket(), List.of(NOT_COMPARED));
                    case ABSENT -> writeIfSettled(job, ticket);
                    case BLIND -> givingUp.blind(effort, EARLIER);
                };
            case ConnectedSystemException e -> givingUp.unseen(effort, EARLIER, e);
            default -> Uni.createFrom().failure(failure);
        });
    }

    // What was sent and not answered may be carried out after this look, and would undo what is written now.
    private Uni<Outcome> writeIfSettled(Job job, ToldTicket ticket) {
        var left = job.effort().leftToSettle(clock.instant());
        return left.isPositive() ? givingUp.unsettled(job.effort(), EARLIER, left) : announceAndWrite(job, ticket);
    }

    private Uni<Outcome> announceAndWrite(Job job, ToldTicket ticket) {
        var end = clock.instant().plus(settling);
        var effort = job.effort();
        return claims.announceWrite(effort.key(), effort.aboutLink(), end)
                .flatMap(ours -> ours
                        ? write(job, job.with(effort.writing(end)), ticket)
                        : Uni.createFrom().item(new Outcome.InProgress()));
    }

    private Uni<Outcome> write(Job before, Job job, ToldTicket ticket) {
        return job.desk()
                .writing()
                .write(job.ref(), ticket.entry())
                .onItemOrFailure()
                .transformToUni((written, failure) -> switch (failure) {
                    case null ->
                        switch (written) {
                            case Written.Done(var now, var unstored) ->
                                conclude(job.with(job.effort().settled()), now, concat(ticket.warnings(), unstored));
                            case Written.Missing() -> gone(before);
                        };
                    case ConnectedSystemException e when e.nothingHappened() -> givingUp.fail(before.effort(), e);
                    case ConnectedSystemException e ->
                        lookAfter(e, e.answered() ? job.with(job.effort().writing(clock.instant())) : job);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    // The answer was lost or is not to be believed: it may be written all the same.
    private Uni<Outcome> lookAfter(ConnectedSystemException lost, Job job) {
        return ToldTicket.read(job)
                .flatMap(found -> found.map(ticket -> ticket.trace(job).map(trace -> judge(lost, job, ticket, trace)))
                        .orElseGet(() -> Uni.createFrom().item(gone(job))))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(look -> givingUp.unseen(job.effort(), message(lost), look))
                .flatMap(outcome -> outcome);
    }

    private Uni<Outcome> judge(ConnectedSystemException lost, Job job, ToldTicket ticket, Trace trace) {
        var effort = job.effort();
        return switch (trace) {
            case FOUND ->
                conclude(job.with(effort.settled()), ticket.ticket(), concat(ticket.warnings(), List.of(NOT_COMPARED)));
            case ABSENT ->
                lost.answered()
                        ? givingUp.fail(effort, lost)
                        : givingUp.unsettled(effort, message(lost), effort.leftToSettle(clock.instant()));
            case BLIND -> givingUp.blind(effort, message(lost));
        };
    }

    private Uni<Outcome> gone(Job job) {
        return givingUp.refuse(job.effort(), List.of(GONE)).replaceWith(new Outcome.Unfit(List.of(GONE)));
    }

    private Uni<Outcome> conclude(Job job, Ticket ticket, List<Warning> warnings) {
        return conclusion.conclude(job.effort(), ticket, warnings).map(Outcome.Linked::new);
    }

    private static String message(ConnectedSystemException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
