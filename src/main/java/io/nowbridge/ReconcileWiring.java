package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.sync.WakeLeftEvents;
import io.nowbridge.ticket.FinishTickets;
import io.nowbridge.ticket.LinkIds;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What looks after what was left behind. */
final class ReconcileWiring {

    @Produces
    @Singleton
    WakeLeftEvents wakeLeftEvents(
            AnomalyEvents events,
            AnomalyWakeups wakeups,
            AnomalyPlatforms platforms,
            ActivityLog log,
            InstantSource clock,
            ReconcileConfig config) {
        var patience = new WakeLeftEvents.Patience(config.quiet(), config.late(), config.end(), config.events());
        return new WakeLeftEvents(events, wakeups, platforms, log, clock, patience);
    }

    @Produces
    @Singleton
    FinishTickets finishTickets(
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            LinkIds ids,
            InstantSource clock,
            ReconcileConfig config) {
        return new FinishTickets(desks, claims, links, log, ids, clock, config.tickets());
    }
}
