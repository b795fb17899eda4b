package io.nowbridge.rule;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.rule.Joining.Goal;
import io.nowbridge.sync.NotYetException;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.CreateTicket.Outcome;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.TicketRequest;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens what a rule wants opened, and makes whoever finds that open already join it. */
final class RuleTickets {

    static final String AGAIN = "shows the same trouble once more.";

    private final CreateTicket createTicket;
    private final StormBrake brake;
    private final Joining joining;
    private final Drafts drafts;
    private final ActivityLog log;
    private final InstantSource clock;

    RuleTickets(
            CreateTicket createTicket,
            StormBrake brake,
            Joining joining,
            Drafts drafts,
            ActivityLog log,
            InstantSource clock) {
        this.createTicket = createTicket;
        this.brake = brake;
        this.joining = joining;
        this.drafts = drafts;
        this.log = log;
        this.clock = clock;
    }

    /** Opens at most one ticket under {@code name}, or where the rule has opened enough, one for all the others. */
    Uni<Void> open(Matched matched, String name) {
        var rule = matched.rule();
        var form = rule.form();
        return brake.place(rule.id(), name, form.mostPerHour(), matched.now())
                .flatMap(place -> place.within()
                        ? open(matched, name, drafts.own(form, matched.anomaly()), AGAIN)
                        : open(
                                matched,
                                "storm:%s:%s".formatted(rule.id(), place.hour()),
                                drafts.shared(form, matched.anomaly(), place.hour()),
                                "came in the same hour."));
    }

    private Uni<Void> open(Matched matched, String name, TicketForm ticket, String why) {
        var request = new TicketRequest(
                Requester.system(matched.rule().actor()),
                matched.anomaly(),
                ticket,
                matched.rule().form().desk(),
                Optional.empty());
        return createTicket
                .runOnce(name, request)
                .flatMap(outcome -> conclude(matched, outcome, why))
                // It is in the log with its remedy, and no repeat would change it.
                .onFailure(Rejected.class)
                .recoverWithNull();
    }

    private Uni<Void> conclude(Matched matched, Outcome outcome, String why) {
        return switch (outcome) {
            case Outcome.Opened(var answer) -> join(matched, answer, why);
            case Outcome.AlreadyOpen(var answer) -> join(matched, answer, why);
            case Outcome.InProgress() -> later("The ticket is being opened for another anomaly");
            case Outcome.Unconfirmed unconfirmed -> later(unconfirmed.failure().cause());
            // In the log already.
            case Outcome.Unfit unfit -> Uni.createFrom().voidItem();
            case Outcome.NoSuchConnection(var known) ->
                refused(matched, "No desk could be chosen; connected are: " + known, "Name one in the rule.");
            case Outcome.ConnectionClosed(var connection, var state) ->
                refused(
                        matched,
                        "The connection %s is in the state %s".formatted(connection, state.label()),
                        "Enable or reconnect it, or name another in the rule.");
            case Outcome.NotAllowed(var missing) ->
                throw new IllegalStateException(matched.rule().actor() + " lacks " + missing);
            case Outcome.KeyReused() ->
                throw new IllegalStateException(matched.rule().actor() + " was taken for another");
        };
    }

    private Uni<Void> join(Matched matched, LinkedTicket answer, String why) {
        return answer.link().anomaly().equals(matched.anomaly().id())
                ? Uni.createFrom().voidItem()
                : joining.join(matched, new Goal(answer.ref(), answer.ticket(), why, Optional.empty()));
    }

    private static Uni<Void> later(String cause) {
        return Uni.createFrom().failure(new NotYetException(cause));
    }

    // Under the anomaly's name and time: however often the event is brought here, the log says it once.
    private Uni<Void> refused(Matched matched, String cause, String resolution) {
        var anomaly = matched.anomaly().id();
        return log.record(new Activity(
                "%s:%s:%s".formatted(matched.rule().actor(), anomaly.source(), anomaly.id()),
                matched.at(),
                Duration.between(matched.now(), clock.instant()),
                Operation.TICKET,
                "followAnomaly",
                matched.rule().form().desk().orElse(Activity.ALL),
                matched.rule().actor(),
                Result.FAILED,
                Map.of("source", anomaly.source(), "anomaly", anomaly.id()),
                List.of(new Failure(anomaly.id(), cause, WhoCanFix.ADMINISTRATOR, resolution))));
    }
}
