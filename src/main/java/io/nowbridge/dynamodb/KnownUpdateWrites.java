package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes of what is known of an update beside its line: that it was there, and that it was given up. */
final class KnownUpdateWrites {

    /** The partition of the line that a known update was put into. */
    static final String LINE = "line";

    /** The sort key of a known update among the buried ones, while it is there. */
    static final String GRAVE = "grave";

    private final TableWrites writes;
    private final Duration memory;

    /** Remembers for {@code memory} which updates there were. */
    KnownUpdateWrites(String table, Duration memory) {
        this.writes = new TableWrites(table);
        this.memory = memory;
    }

    TransactWriteItem know(TicketUpdate update) {
        return writes.put(
                TicketLineKeys.known(update.id()),
                Map.of(
                        TicketLineWrites.EXPIRES,
                        expiry(update.madeAt()),
                        LINE,
                        text(TicketLineKeys.line(update.ticket()))),
                put -> put.conditionExpression(TableWrites.IS_NOT_THERE));
    }

    /** Takes an update from its line to the buried ones. */
    List<TransactWriteItem> bury(Waiting waiting, String cause, Instant now) {
        var update = waiting.update();
        var grave = TicketLineKeys.grave(update, now);
        var known = writes.change(
                TicketLineKeys.known(update.id()),
                item -> item.updateExpression("SET #line = :line, #grave = :grave REMOVE #expires")
                        .expressionAttributeNames(
                                Map.of("#line", LINE, "#grave", GRAVE, "#expires", TicketLineWrites.EXPIRES))
                        .expressionAttributeValues(
                                Map.of(":line", text(TicketLineKeys.line(update.ticket())), ":grave", text(grave))));
        return List.of(
                writes.remove(TicketLineKeys.place(update.ticket(), waiting.place())),
                writes.put(
                        KeyedItems.key(TicketLineKeys.BURIED, grave),
                        TicketUpdateItems.buried(waiting, cause, now),
                        put -> {}),
                known);
    }

    /** Takes an update from among the buried ones, where it must be. */
    List<TransactWriteItem> unearth(String grave, TicketUpdate update, Instant now) {
        var known = writes.change(
                TicketLineKeys.known(update.id()),
                item -> item.updateExpression("SET #line = :line, #expires = :expires REMOVE #grave")
                        .expressionAttributeNames(
                                Map.of("#line", LINE, "#grave", GRAVE, "#expires", TicketLineWrites.EXPIRES))
                        .expressionAttributeValues(
                                Map.of(":line", text(TicketLineKeys.line(update.ticket())), ":expires", expiry(now))));
        return List.of(writes.remove(KeyedItems.key(TicketLineKeys.BURIED, grave)), known);
    }

    private AttributeValue expiry(Instant now) {
        return number(now.plus(memory).getEpochSecond());
    }
}
