package io.nowbridge;

import io.nowbridge.access.Rights;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.anomaly.Datastores;
import io.nowbridge.dynamodb.DynamoDbSeenTickets;
import io.nowbridge.dynamodb.TableConfig;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.DescribeForm;
import io.nowbridge.ticket.LinkIds;
import io.nowbridge.ticket.LinkTicket;
import io.nowbridge.ticket.ListTickets;
import io.nowbridge.ticket.Refresh;
import io.nowbridge.ticket.SearchTickets;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketClaims;
import io.nowbridge.ticket.TicketDesks;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.UnlinkTicket;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** What people find, link, unlink and list tickets with. */
final class TicketWiring {

    @Produces
    @Singleton
    SeenTickets seenTickets(DynamoDbAsyncClient dynamoDb, TableConfig tables) {
        return new DynamoDbSeenTickets(dynamoDb, tables);
    }

    // As patient as createTicket: the claims are the same, and so is what may be left.
    @Produces
    @Singleton
    LinkTicket linkTicket(
            Rights rights,
            Datastores datastores,
            TicketDesks desks,
            TicketClaims claims,
            TicketLinks links,
            ActivityLog log,
            LinkIds linkIds,
            InstantSource clock,
            CreateTicketConfig config) {
        var patience = new CreateTicket.Patience(config.patience(), config.pause(), config.settling());
        return new LinkTicket(rights, datastores, desks, claims, links, log, linkIds, clock, patience);
    }

    @Produces
    @Singleton
    UnlinkTicket unlinkTicket(Rights rights, TicketLinks links, ActivityLog log, InstantSource clock) {
        return new UnlinkTicket(rights, links, log, clock);
    }

    @Produces
    @Singleton
    ListTickets listTickets(
            Rights rights,
            TicketLinks links,
            TicketDesks desks,
            SeenTickets seen,
            InstantSource clock,
            LinkConfig config) {
        return new ListTickets(rights, links, new Refresh(desks, seen, clock, config.refreshLimit()));
    }

    @Produces
    @Singleton
    SearchTickets searchTickets(TicketDesks desks) {
        return new SearchTickets(desks);
    }

    @Produces
    @Singleton
    DescribeForm describeForm(TicketDesks desks) {
        return new DescribeForm(desks);
    }
}
