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
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
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
    private static final String TICKET_ID = "ticketId";
    private static final String TABLE = "ticketTable";
    private static final String NUMBER = "number";
    private static final String SHORT_DESCRIPTION = "shortDescription";
    private static final String STATE = "state";
    private static final String STATE_CODE = "stateCode";
    private static final String PRIORITY = "priority";
    private static final String URL = "url";
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
        item.put(TICKET_ID, text(ticket.id()));
        item.put(TABLE, text(ticket.table()));
        item.put(NUMBER, text(ticket.number()));
        item.put(SHORT_DESCRIPTION, text(ticket.shortDescription()));
        item.put(STATE, text(ticket.state()));
        item.put(STATE_CODE, text(ticket.stateCode()));
        item.put(PRIORITY, text(ticket.priority()));
        item.put(URL, text(ticket.url().toString()));
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
        return new LinkedTicket(
                link(item),
                new Ticket(
                        text(item, TICKET_ID),
                        text(item, TABLE),
                        text(item, NUMBER),
                        text(item, SHORT_DESCRIPTION),
                        text(item, STATE),
                        text(item, STATE_CODE),
                        text(item, PRIORITY),
                        URI.create(text(item, URL))),
                list(item, WARNINGS).stream()
                        .map(warning -> new Warning(text(warning, FIELD), text(warning, MESSAGE)))
                        .toList());
    }
}
