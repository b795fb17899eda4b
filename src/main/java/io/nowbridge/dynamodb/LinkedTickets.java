package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.list;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.Link;
import io.nowbridge.ticket.LinkId;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.Warning;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A link and its ticket as attributes, the same in every table that holds them. */
final class LinkedTickets {

    /** The link id, by which a claim is recognised. */
    static final String LINK_ID = "linkId";

    private static final String SOURCE = "anomalySource";
    private static final String ANOMALY = "anomalyId";
    private static final String CONNECTION = "connectionId";
    private static final String CREATED_BY = "createdBy";
    private static final String CREATED_AT = "createdAtEpochMillis";
    private static final String WARNINGS = "warnings";
    private static final String FIELD = "field";
    private static final String MESSAGE = "message";

    private LinkedTickets() {}

    static Map<String, AttributeValue> toItem(Link link) {
        var item = new HashMap<String, AttributeValue>();
        item.put(LINK_ID, text(link.id().toString()));
        item.put(SOURCE, text(link.anomaly().source()));
        item.put(ANOMALY, text(link.anomaly().id()));
        item.put(CONNECTION, text(link.connection().value()));
        item.put(CREATED_BY, text(link.createdBy()));
        item.put(CREATED_AT, number(link.createdAt().toEpochMilli()));
        return item;
    }

    static Map<String, AttributeValue> toItem(Link link, Ticket ticket) {
        var item = toItem(link);
        item.putAll(TicketItems.toItem(ticket));
        return item;
    }

    static Map<String, AttributeValue> toItem(LinkedTicket answer) {
        var item = toItem(answer.link(), answer.ticket());
        item.put(
                WARNINGS,
                Attributes.list(answer.warnings().stream()
                        .map(warning -> Map.of(FIELD, text(warning.field()), MESSAGE, text(warning.message())))
                        .toList()));
        return item;
    }

    static Link link(Map<String, AttributeValue> item) {
        return new Link(
                LinkId.parse(text(item, LINK_ID)),
                new AnomalyId(text(item, SOURCE), text(item, ANOMALY)),
                new ConnectionId(text(item, CONNECTION)),
                text(item, CREATED_BY),
                Instant.ofEpochMilli(number(item, CREATED_AT)));
    }

    static LinkedTicket linkedTicket(Map<String, AttributeValue> item) {
        return new LinkedTicket(link(item), TicketItems.ticket(item), warnings(item));
    }

    // They are the answer to a request; the link itself has none.
    private static List<Warning> warnings(Map<String, AttributeValue> item) {
        return item.containsKey(WARNINGS)
                ? list(item, WARNINGS).stream()
                        .map(warning -> new Warning(text(warning, FIELD), text(warning, MESSAGE)))
                        .toList()
                : List.of();
    }
}
