package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.connection.Connections;
import io.nowbridge.delivery.DeliverTicketUpdate;
import io.nowbridge.delivery.DeliverTicketUpdate.Pace;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.ReplayTicketUpdates;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.delivery.WakeDueTickets;
import io.nowbridge.dynamodb.DynamoDbTicketUpdates;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What brings updates to tickets. */
final class DeliveryWiring {

    @Produces
    @Singleton
    TicketUpdates ticketUpdates(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbTicketUpdates(dynamoDb, tables);
    }

    @Produces
    @Singleton
    DeliverTicketUpdate deliverTicketUpdate(
            TicketUpdates updates,
            DeliveryQueue queue,
            TicketDesks desks,
            TicketLinks links,
            SeenTickets seen,
            ActivityLog log,
            InstantSource clock,
            RandomGenerator chance,
            DeliveryConfig config) {
        return new DeliverTicketUpdate(new DeliverTicketUpdate.Parts(
                updates,
                queue,
                desks,
                links,
                seen,
                log,
                clock,
                chance,
                () -> UUID.randomUUID().toString(),
                new Pace(config.lease(), config.turn(), config.settling(), config.longestPause())));
    }

    @Produces
    @Singleton
    WakeDueTickets wakeDueTickets(
            Connections connections,
            TicketUpdates updates,
            DeliveryQueue queue,
            InstantSource clock,
            DeliveryConfig config) {
        return new WakeDueTickets(connections, updates, queue, clock, config.wakeAtOnce());
    }

    @Produces
    @Singleton
    ReplayTicketUpdates replayTicketUpdates(
            TicketUpdates updates, DeliveryQueue queue, ActivityLog log, InstantSource clock) {
        return new ReplayTicketUpdates(
                updates, queue, log, clock, () -> UUID.randomUUID().toString());
    }
}
