package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketRef;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ticket as attributes, the same in every item that has one, and the partition that is about it. */
final class TicketItems {

    private static final String ID = "ticketId";
    private static final String TABLE = "ticketTable";
    private static final String NUMBER = "number";
    private static final String SHORT_DESCRIPTION = "shortDescription";
    private static final String STATE = "state";
    private static final String STATE_CODE = "stateCode";
    private static final String PRIORITY = "priority";
    private static final String URL = "url";

    private TicketItems() {}

    static String partition(TicketRef ticket) {
        return "ticket#" + ticket;
    }

    /** The ticket that an item in its partition is about. */
    static TicketRef ref(Map<String, AttributeValue> item) {
        var parts = text(item, "pk").split("#", 4);
        return new TicketRef(new ConnectionId(parts[1]), parts[2], parts[3]);
    }

    static Map<String, AttributeValue> toItem(Ticket ticket) {
        return Map.of(
                ID, text(ticket.id()),
                TABLE, text(ticket.table()),
                NUMBER, text(ticket.number()),
                SHORT_DESCRIPTION, text(ticket.shortDescription()),
                STATE, text(ticket.state()),
                STATE_CODE, text(ticket.stateCode()),
                PRIORITY, text(ticket.priority()),
                URL, text(ticket.url().toString()));
    }

    static Ticket ticket(Map<String, AttributeValue> item) {
        return new Ticket(
                text(item, ID),
                text(item, TABLE),
                text(item, NUMBER),
                text(item, SHORT_DESCRIPTION),
                text(item, STATE),
                text(item, STATE_CODE),
                text(item, PRIORITY),
                URI.create(text(item, URL)));
    }
}
