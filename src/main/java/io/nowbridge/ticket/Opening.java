package io.nowbridge.ticket;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.TicketDesk.Check;
import io.nowbridge.ticket.TicketDesk.Sight;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens the ticket of a claimed request.
 *
 * <p>Whatever happens between two steps, the next attempt finds the claim with its link, looks for a ticket that bears it,
 * and goes on from there. The claim is completed last.
 */
final class Opening {

    private static final String EARLIER = "An earlier attempt brought no answer";
    private static final GivingUp.Doubts DOUBTS = new GivingUp.Doubts(
            "The desk shows the integration user no tickets, so it cannot be told whether this one is open",
            "Give the integration user the right to read the ticket table, then repeat the same request: it finds the"
                    + " ticket if there is one, and opens none beside it.",
            "Repeat the same request later: it finds the ticket if there is one, and opens none beside it.");
    private static final Warning NOT_COMPARED = new Warning(
            "ticket", "An earlier request opened it, so what was stored was not compared with what was sent.");

    private final TicketClaims claims;
    private final Conclusion conclusion;
    private final GivingUp<Outcome> givingUp;
    private final Descriptions descriptions;
    private final InstantSource clock;
    private final Duration settling;

    Opening(
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            TicketWording wording,
            InstantSource clock,
            Duration settling) {
        this.claims = claims;
        var ticketLog = new TicketLog(log, clock);
        this.conclusion = new Conclusion(claims, links, ticketLog, clock);
        this.givingUp = new GivingUp<>(claims, ticketLog, DOUBTS, Outcome.Unconfirmed::new);
        this.descriptions = new Descriptions(wording);
        this.clock = clock;
        this.settling = settling;
    }

    /** A claimed request. */
    record Job(TicketRequest request, TicketDesk desk, TicketSettings settings, Effort effort) {

        Job with(Effort other) {
            return new Job(request, desk, settings, other);
        }
    }

    Uni<Outcome> run(Job job) {
        return job.effort().settles().isPresent() ? lookFirst(job) : checkAndOpen(job);
    }

    private Uni<Outcome> lookFirst(Job job) {
        return look(job).onItemOrFailure().transformToUni((sight, failure) -> switch (failure) {
            case null ->
                switch (sight) {
                    case Sight.Found(var ticket) -> conclude(job, ticket, List.of(NOT_COMPARED));
                    case Sight.Absent() -> afterTheLastWrite(job);
                    case Sight.Blind() -> givingUp.blind(job.effort(), EARLIER);
                };
            case ConnectedSystemException e -> givingUp.unseen(job.effort(), EARLIER, e);
            default -> Uni.createFrom().failure(failure);
        });
    }

    // What was sent and not answered may be carried out after this look.
    private Uni<Outcome> afterTheLastWrite(Job job) {
        var left = job.effort().leftToSettle(clock.instant());
        return left.isPositive() ? givingUp.unsettled(job.effort(), EARLIER, left) : checkAndOpen(job);
    }

    private Uni<Outcome> checkAndOpen(Job job) {
        return check(job).onItemOrFailure().transformToUni((checked, failure) -> switch (failure) {
            case null ->
                switch (checked.check()) {
                    case Check.Unfit(var misfits) ->
                        givingUp.refuse(job.effort(), misfits).replaceWith(new Outcome.Unfit(misfits));
                    case Check.Fit(var fit, var warnings) ->
                        announceAndOpen(
                                job,
                                fit.describedAs(checked.description().text()),
                                concat(checked.description().warnings(), warnings));
                };
            case ConnectedSystemException e -> givingUp.fail(job.effort(), e);
            default -> Uni.createFrom().failure(failure);
        });
    }

    /** The description as it will be, and what the desk says of the rest of the form. */
    private record Checked(Description description, Check check) {}

    // At once, since neither answer is needed for the other question.
    private Uni<Checked> check(Job job) {
        var form = job.request().form().withDefaults(job.settings().fieldDefaults());
        return Uni.combine()
                .all()
                .unis(job.desk().descriptionLength(form.table()), job.desk().check(form))
                .with((length, check) -> new Checked(described(job, length), check));
    }

    private Description described(Job job, int length) {
        var request = job.request();
        return descriptions.of(request.form().description(), request.anomaly(), job.settings(), length);
    }

    private static Uni<Sight> look(Job job) {
        return job.desk().look(job.effort().link().id(), job.request().form().table());
    }

    private Uni<Outcome> announceAndOpen(Job job, TicketForm form, List<Warning> warnings) {
        var end = clock.instant().plus(settling);
        return claims.announceWrite(job.effort().key(), job.effort().aboutLink(), end)
                .flatMap(ours -> ours
                        ? open(job, job.with(job.effort().writing(end)), form, warnings)
                        : Uni.createFrom().item(new Outcome.InProgress()));
    }

    private Uni<Outcome> open(Job before, Job job, TicketForm form, List<Warning> warnings) {
        return job.desk()
                .open(job.effort().link().id(), form)
                .onItemOrFailure()
                .transformToUni((opened, failure) -> switch (failure) {
                    case null -> conclude(job, opened.ticket(), concat(warnings, opened.warnings()));
                    case ConnectedSystemException e when e.nothingHappened() -> givingUp.fail(before.effort(), e);
                    case ConnectedSystemException e ->
                        lookAfter(e, e.answered() ? job.with(job.effort().writing(clock.instant())) : job, warnings);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    // The answer was lost or is not to be believed: the ticket may be open all the same.
    private Uni<Outcome> lookAfter(ConnectedSystemException lost, Job job, List<Warning> warnings) {
        return look(job).onItemOrFailure().transformToUni((sight, failure) -> switch (failure) {
            case null ->
                switch (sight) {
                    case Sight.Found(var ticket) -> conclude(job, ticket, concat(warnings, List.of(NOT_COMPARED)));
                    case Sight.Absent() when lost.answered() -> givingUp.fail(job.effort(), lost);
                    case Sight.Absent() ->
                        givingUp.unsettled(
                                job.effort(), message(lost), job.effort().leftToSettle(clock.instant()));
                    case Sight.Blind() -> givingUp.blind(job.effort(), message(lost));
                };
            case ConnectedSystemException e -> givingUp.unseen(job.effort(), message(lost), e);
            default -> Uni.createFrom().failure(failure);
        });
    }

    private Uni<Outcome> conclude(Job job, Ticket ticket, List<Warning> warnings) {
        return conclusion.conclude(job.effort(), ticket, warnings).map(Outcome.Opened::new);
    }

    private static String message(ConnectedSystemException failure) {
        return String.valueOf(failure.getMessage());
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
