package io.nowbridge;

import io.nowbridge.activity.ActivityLog;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedDesks;
import io.nowbridge.dynamodb.DynamoDbActivityLog;
import io.nowbridge.dynamodb.DynamoDbTicketClaims;
import io.nowbridge.dynamodb.DynamoDbTicketLinks;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.servicenow.Dialer;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkIds;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The object graph on one screen: the only class that knows clock, chance and which class serves which port. */
final class Wiring {

    // To the millisecond, which is what the stores keep: a repeated answer is the same answer.
    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Dialer dialer() {
        return instance -> Uni.createFrom()
                .item(SocketAddress.inetSocketAddress(
                        instance.getPort() >= 0
                                ? instance.getPort()
                                : instance.getScheme().equals("http") ? 80 : 443,
                        instance.getHost()));
    }

    @Produces
    @Singleton
    LinkIds linkIds() {
        return () -> new LinkId(UUID.randomUUID());
    }

    @Produces
    @Singleton
    TicketDesks ticketDesks(Connections connections, ServiceNowClients serviceNow) {
        return new ConnectedDesks(connections, serviceNow);
    }

    @Produces
    @Singleton
    TicketClaims ticketClaims(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbTicketClaims(dynamoDb, tables);
    }

    @Produces
    @Singleton
    TicketLinks ticketLinks(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbTicketLinks(dynamoDb, tables);
    }

    @Produces
    @Singleton
    ActivityLog activityLog(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbActivityLog(dynamoDb, tables);
    }

    @Produces
    @Singleton
    CreateTicket createTicket(
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            LinkIds linkIds,
            InstantSource clock,
            CreateTicketConfig config) {
        var patience = new CreateTicket.Patience(config.patience(), config.pause(), config.settling());
        return new CreateTicket(desks, claims, links, log, linkIds, clock, patience);
    }
}
