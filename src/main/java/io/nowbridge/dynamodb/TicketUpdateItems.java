package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.flag;
import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates.Buried;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.ticket.TicketRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Updates of tickets as attributes, in their line and among the buried ones. */
final class TicketUpdateItems {

    static final String ATTEMPTS = "attempts";

    /** When the last write that may have reached the ticket has come to its end. */
    static final String SETTLES = "settlesEpochMillis";

    private static final String ID = "updateId";
    private static final String PLACE = "place";
    private static final String CONNECTION = "connectionId";
    private static final String TABLE = "ticketTable";
    private static final String TICKET_ID = "ticketId";
    private static final String TICKET_NUMBER = "ticketNumber";
    private static final String SOURCE = "anomalySource";
    private static final String ANOMALY = "anomalyId";
    private static final String NOTE = "note";
    private static final String FOR_CUSTOMER = "forCustomer";
    private static final String STATE = "state";
    private static final String FIELDS = "fields";
    private static final String STARTED_BY = "startedBy";
    private static final String MADE_AT = "madeAtEpochMillis";
    private static final String CAUSE = "cause";
    private static final String BURIED_AT = "buriedAtEpochMillis";

    private TicketUpdateItems() {}

    static Map<String, AttributeValue> toItem(Waiting waiting) {
        var item = toItem(waiting.update());
        item.put(PLACE, number(waiting.place()));
        item.put(ATTEMPTS, number(waiting.attempts()));
        waiting.settles().ifPresent(end -> item.put(SETTLES, number(end.toEpochMilli())));
        return item;
    }

    static Map<String, AttributeValue> buried(Waiting waiting, String cause, Instant now) {
        var item = toItem(waiting);
        item.put(CAUSE, text(cause));
        item.put(BURIED_AT, number(now.toEpochMilli()));
        return item;
    }

    static Waiting waiting(Map<String, AttributeValue> item) {
        return new Waiting(
                update(item),
                number(item, PLACE),
                Math.toIntExact(number(item, ATTEMPTS)),
                Optional.ofNullable(item.get(SETTLES)).map(end -> Instant.ofEpochMilli(Long.parseLong(end.n()))));
    }

    static Buried buried(String id, Map<String, AttributeValue> item) {
        return new Buried(id, update(item), text(item, CAUSE), Instant.ofEpochMilli(number(item, BURIED_AT)));
    }

    private static Map<String, AttributeValue> toItem(TicketUpdate update) {
        var item = new HashMap<String, AttributeValue>();
        item.put(ID, text(update.id()));
        item.put(CONNECTION, text(update.ticket().connection().value()));
        item.put(TABLE, text(update.ticket().table()));
        item.put(TICKET_ID, text(update.ticket().id()));
        update.ticketNumber().ifPresent(number -> item.put(TICKET_NUMBER, text(number)));
        item.put(SOURCE, text(update.anomaly().source()));
        item.put(ANOMALY, text(update.anomaly().id()));
        item.put(NOTE, text(update.note()));
        item.put(FOR_CUSTOMER, AttributeValue.fromBool(update.forCustomer()));
        update.state().ifPresent(code -> item.put(STATE, text(code)));
        item.put(
                FIELDS,
                AttributeValue.fromM(update.fields().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue())))));
        item.put(STARTED_BY, text(update.startedBy()));
        item.put(MADE_AT, number(update.madeAt().toEpochMilli()));
        return item;
    }

    private static TicketUpdate update(Map<String, AttributeValue> item) {
        return new TicketUpdate(
                text(item, ID),
                new TicketRef(new ConnectionId(text(item, CONNECTION)), text(item, TABLE), text(item, TICKET_ID)),
                Optional.ofNullable(item.get(TICKET_NUMBER)).map(AttributeValue::s),
                new AnomalyId(text(item, SOURCE), text(item, ANOMALY)),
                text(item, NOTE),
                flag(item, FOR_CUSTOMER),
                Optional.ofNullable(item.get(STATE)).map(AttributeValue::s),
                map(item, FIELDS).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().s())),
                text(item, STARTED_BY),
                Instant.ofEpochMilli(number(item, MADE_AT)));
    }
}
