package io.nowbridge.sync;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Repeat;
import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketWording;
import java.time.InstantSource;
import java.util.List;

/** All that keeps anomalies and tickets in step. */
public record KeepingInStep(
        FollowAnomaly followAnomaly,
        SweepAnomalies sweepAnomalies,
        FollowTicket followTicket,
        PullTicketStatus pullTicketStatus,
        List<Repeat> repeats,
        BeginReplay beginReplay,
        ContinueReplays continueReplays) {

    /** The anomalies' side. */
    public record AnomalyParts(
            AnomalyEvents events, Anomalies anomalies, AnomalyPlatforms platforms, AnomalyWakeups wakeups) {}

    /** The tickets' side. */
    public record TicketParts(
            TicketDesks desks,
            TicketLinks links,
            SeenTickets seen,
            TicketUpdates updates,
            DeliveryQueue queue,
            TicketWakeups wakeups,
            TicketWording wording,
            CreateTicket createTicket) {}

    /** What both sides need. */
    public record SharedParts(
            Connections connections,
            Marks marks,
            OpeningRules rules,
            ActivityLog log,
            InstantSource clock,
            SweepAnomalies.Reach reach,
            PullTicketStatus.Pace pace,
            FollowTicket.Patience patience) {}

    public static KeepingInStep of(AnomalyParts anomaly, TicketParts ticket, SharedParts shared) {
        var clock = shared.clock();
        var marks = shared.marks();
        var pullMarks = new PullMarks(marks);
        var ownStates = new OwnStates(marks, clock);
        var ownComments = new OwnComments(marks, clock);
        var log = new SyncLog(shared.log(), clock);
        var news = new AnomalyNews(anomaly.anomalies(), anomaly.events(), anomaly.wakeups(), clock);
        var changed = new ChangedTickets(ticket.links(), ticket.wakeups());
        var replays = new OpenReplays(marks);
        var replayLog = new ReplayLog(shared.log(), clock);
        var most = shared.pace().most();
        var tellTickets = new TellTickets(
                ticket.links(),
                shared.connections(),
                ticket.updates(),
                ticket.queue(),
                new StateChanges(ticket.seen(), ownStates, ticket.wording()),
                clock);
        var tellAnomalies = new TellAnomalies(
                anomaly.platforms(),
                new Baselines(marks),
                ownStates,
                new StatusBack(anomaly.anomalies(), log, clock),
                new NoteBack(marks, ownComments, log, clock));
        return new KeepingInStep(
                new FollowAnomaly(
                        anomaly.events(),
                        anomaly.anomalies(),
                        anomaly.platforms(),
                        ownComments,
                        tellTickets,
                        shared.rules(),
                        new Successors(ticket.createTicket()),
                        clock),
                new SweepAnomalies(
                        anomaly.platforms(),
                        news,
                        new LinkedAnomalies(shared.connections(), ticket.links(), marks),
                        marks,
                        clock,
                        shared.reach()),
                new FollowTicket(
                        ticket.desks(),
                        ticket.links(),
                        ticket.seen(),
                        new FreshSights(shared.patience()),
                        tellAnomalies,
                        pullMarks,
                        clock),
                new PullTicketStatus(
                        shared.connections(),
                        ticket.desks(),
                        new OpenTickets(ticket.links(), ticket.seen()),
                        changed,
                        pullMarks,
                        clock,
                        shared.pace()),
                List.of(
                        new LookAgain(anomaly.events(), anomaly.anomalies(), anomaly.wakeups(), clock),
                        new TellAgain(ticket.links(), new Baselines(marks), ticket.wakeups())),
                new BeginReplay(shared.connections(), replays, replayLog, clock),
                new ContinueReplays(
                        shared.connections(),
                        replays,
                        new ReplayStep(ticket.desks(), changed, anomaly.platforms(), news, most),
                        replayLog,
                        clock,
                        ContinueReplays.STEP));
    }
}
