package io.nowbridge;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedDesks;
import io.nowbridge.connector.ConnectedProbe;
import io.nowbridge.connector.SignIn;
import io.nowbridge.connector.servicenow.TicketFormNeeds;
import io.nowbridge.dynamodb.DynamoDbActivityLog;
import io.nowbridge.dynamodb.DynamoDbConnections;
import io.nowbridge.dynamodb.DynamoDbHistory;
import io.nowbridge.dynamodb.DynamoDbTicketClaims;
import io.nowbridge.dynamodb.DynamoDbTicketLinks;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.egress.Egress;
import io.nowbridge.servicenow.Dialer;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.setup.Administration;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.setup.Flows;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkIds;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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
    Dialer dialer(Egress egress) {
        return egress::dial;
    }

    @Produces
    @Singleton
    LinkIds linkIds() {
        return () -> new LinkId(UUID.randomUUID());
    }

    @Produces
    @Singleton
    Connections connections(DynamoDbAsyncClient dynamoDb, TableConfig tables, Vault vault) {
        return new DynamoDbConnections(dynamoDb, tables, vault);
    }

    @Produces
    @Singleton
    Administration administration(
            Connections connections,
            Egress egress,
            ServiceNowClients serviceNow,
            DynamoDbAsyncClient dynamoDb,
            TableConfig tables,
            ActivityLog log,
            InstantSource clock,
            RandomGenerator chance,
            Vertx vertx) {
        return Administration.of(new Administration.Parts(
                connections,
                () -> new ConnectionId(UUID.randomUUID().toString()),
                egress::admit,
                new ConnectedProbe(vertx, egress::dial, serviceNow, clock, chance),
                connection -> Uni.createFrom().item(TicketFormNeeds.of(connection)),
                new Flows() {
                    @Override
                    public Uni<Integer> disable(ConnectionId connection, Requester by) {
                        return Uni.createFrom().item(0);
                    }

                    @Override
                    public Uni<Integer> count(ConnectionId connection) {
                        return Uni.createFrom().item(0);
                    }
                },
                new DynamoDbHistory(dynamoDb, tables),
                new ChangeLog(log, clock, () -> UUID.randomUUID().toString()),
                clock));
    }

    @Produces
    @Singleton
    TicketDesks ticketDesks(Connections connections, ServiceNowClients serviceNow) {
        return new ConnectedDesks(connections, new SignIn(connections, serviceNow));
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
