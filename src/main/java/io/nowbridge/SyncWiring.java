package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.dynamodb.DynamoDbMarks;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.sync.FollowTicket;
import io.nowbridge.sync.KeepingInStep;
import io.nowbridge.sync.KeepingInStep.AnomalyParts;
import io.nowbridge.sync.KeepingInStep.SharedParts;
import io.nowbridge.sync.KeepingInStep.TicketParts;
import io.nowbridge.sync.Marks;
import io.nowbridge.sync.OpeningRules;
import io.nowbridge.sync.PullTicketStatus;
import io.nowbridge.sync.SweepAnomalies;
import io.nowbridge.sync.TicketWakeups;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketWording;
import io.nowbridge.wording.QuteWording;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What keeps anomalies and their tickets in step. */
final class SyncWiring {

    @Produces
    @Singleton
    TicketWording ticketWording() {
        return new QuteWording();
    }

    @Produces
    @Singleton
    Marks marks(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbMarks(dynamoDb, tables);
    }

    @Produces
    @Singleton
    AnomalyParts anomalyParts(
            AnomalyEvents events, Anomalies anomalies, AnomalyPlatforms platforms, AnomalyWakeups wakeups) {
        return new AnomalyParts(events, anomalies, platforms, wakeups);
    }

    @Produces
    @Singleton
    TicketParts ticketParts(
            TicketDesks desks,
            TicketLinks links,
            SeenTickets seen,
            TicketUpdates updates,
            DeliveryQueue queue,
            TicketWakeups wakeups,
            TicketWording wording,
            CreateTicket createTicket) {
        return new TicketParts(desks, links, seen, updates, queue, wakeups, wording, createTicket);
    }

    @Produces
    @Singleton
    SharedParts sharedParts(
            Connections connections,
            Marks marks,
            OpeningRules rules,
            ActivityLog log,
            InstantSource clock,
            SyncConfig config) {
        return new SharedParts(
                connections,
                marks,
                rules,
                log,
                clock,
                new SweepAnomalies.Reach(config.sweepReach()),
                new PullTicketStatus.Pace(config.pullIdle(), config.pullOverlap(), config.pullMost()),
                new FollowTicket.Patience(config.followLooks(), config.followPause()));
    }

    @Produces
    @Singleton
    KeepingInStep keepingInStep(AnomalyParts anomalies, TicketParts tickets, SharedParts shared) {
        return KeepingInStep.of(anomalies, tickets, shared);
    }
}
