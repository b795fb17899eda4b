package io.nowbridge;

import io.nowbridge.access.Rights;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.TracedLog;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedDesks;
import io.nowbridge.connector.ConnectedProbe;
import io.nowbridge.connector.ConnectedSchemas;
import io.nowbridge.connector.SignIn;
import io.nowbridge.connector.servicenow.TicketFormNeeds;
import io.nowbridge.dynamodb.DynamoDbActivityLog;
import io.nowbridge.dynamodb.DynamoDbConnections;
import io.nowbridge.dynamodb.DynamoDbHistory;
import io.nowbridge.dynamodb.DynamoDbTemplates;
import io.nowbridge.dynamodb.DynamoDbTicketClaims;
import io.nowbridge.dynamodb.DynamoDbTicketLinks;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.egress.Egress;
import io.nowbridge.http.Dialer;
import io.nowbridge.inbox.Inboxes;
import io.nowbridge.qualytics.QualyticsClients;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.setup.Administration;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.setup.Needs;
import io.nowbridge.setup.Probe;
import io.nowbridge.tdsynnex.TdSynnexClients;
import io.nowbridge.template.TemplateId;
import io.nowbridge.template.TemplateLog;
import io.nowbridge.template.TemplateWork;
import io.nowbridge.template.Templates;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkIds;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketWording;
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

/**
 * The object graph: here clock, chance and what all features share; beside it a class for each feature. Only these know which
 * class serves which port.
 */
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
    SignIn signIn(
            Connections connections,
            ServiceNowClients serviceNow,
            QualyticsClients qualytics,
            TdSynnexClients tdSynnex) {
        return new SignIn(connections, serviceNow, qualytics, tdSynnex);
    }

    @Produces
    @Singleton
    Probe probe(
            Vertx vertx,
            Egress egress,
            ServiceNowClients serviceNow,
            QualyticsClients qualytics,
            TdSynnexClients tdSynnex,
            Inboxes inboxes,
            InstantSource clock,
            RandomGenerator chance) {
        return new ConnectedProbe(vertx, egress::dial, serviceNow, qualytics, tdSynnex, inboxes, clock, chance);
    }

    @Produces
    @Singleton
    Templates templates(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbTemplates(dynamoDb, tables);
    }

    @Produces
    @Singleton
    TemplateWork templateWork(
            Templates templates,
            Connections connections,
            SignIn signIn,
            Probe probe,
            ActivityLog log,
            InstantSource clock) {
        return TemplateWork.of(new TemplateWork.Parts(
                templates,
                connections,
                new ConnectedSchemas(signIn),
                probe,
                () -> new TemplateId(UUID.randomUUID().toString()),
                new TemplateLog(log, clock, () -> UUID.randomUUID().toString()),
                clock));
    }

    @Produces
    @Singleton
    Administration administration(
            Connections connections,
            Egress egress,
            TicketWording wording,
            Probe probe,
            TemplateWork templates,
            DynamoDbAsyncClient dynamoDb,
            TableConfig tables,
            ActivityLog log,
            InstantSource clock) {
        return Administration.of(new Administration.Parts(
                connections,
                () -> new ConnectionId(UUID.randomUUID().toString()),
                egress::admit,
                wording::flaw,
                probe,
                Needs.all(connection -> Uni.createFrom().item(TicketFormNeeds.of(connection)), templates.flows()),
                templates.flows(),
                new DynamoDbHistory(dynamoDb, tables),
                new ChangeLog(log, clock, () -> UUID.randomUUID().toString()),
                clock));
    }

    @Produces
    @Singleton
    TicketDesks ticketDesks(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedDesks(connections, signIn, clock);
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
        return new TracedLog(new DynamoDbActivityLog(dynamoDb, tables));
    }

    @Produces
    @Singleton
    CreateTicket createTicket(
            Rights rights,
            Datastores datastores,
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            TicketWording wording,
            LinkIds linkIds,
            InstantSource clock,
            CreateTicketConfig config) {
        var patience = new CreateTicket.Patience(config.patience(), config.pause(), config.settling());
        return new CreateTicket(rights, datastores, desks, claims, links, log, wording, linkIds, clock, patience);
    }
}
