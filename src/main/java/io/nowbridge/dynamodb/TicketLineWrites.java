package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdates.Waiting;
import io.nowbridge.ticket.TicketRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that take updates into their ticket's line and through it, and what must hold for each. */
final class TicketLineWrites {

    // The attributes of a line's head.
    static final String NEXT = "nextPlace";

    static final String OWNER = "owner";
    static final String LEASE_ENDS = "leaseEndsEpochMillis";
    static final String UNTIL = "untilEpochMillis";
    static final String WAITING = "waiting";
    static final String DUE = "due";

    static final String EXPIRES = "expiresAtEpochSeconds";

    private static final String OURS = "#owner = :owner";

    // Where clocks differ, the one that parked a connection is right a while longer.
    private static final Duration PAUSE_MEMORY = Duration.ofDays(1);

    private final String table;
    private final TableWrites writes;
    private final Duration memory;

    /** Remembers for {@code memory} after its last update that there was a line. */
    TicketLineWrites(String table, Duration memory) {
        this.table = table;
        this.writes = new TableWrites(table);
        this.memory = memory;
    }

    /** An update in the place that its line's head, read before, gives next; and the line's ticket is due. */
    List<TransactWriteItem> join(Waiting waiting, Instant now) {
        var ticket = waiting.update().ticket();
        var head = writes.change(
                TicketLineKeys.head(ticket),
                line -> line.updateExpression(
                                "SET #next = :next, #waiting = :waiting, #due = if_not_exists(#due, :due) REMOVE #expires")
                        .conditionExpression(waiting.place() == 0 ? "attribute_not_exists(#next)" : "#next = :place")
                        .expressionAttributeNames(
                                Map.of("#next", NEXT, "#waiting", WAITING, "#due", DUE, "#expires", EXPIRES))
                        .expressionAttributeValues(TableWrites.together(
                                waiting.place() == 0 ? Map.of() : Map.of(":place", number(waiting.place())),
                                Map.of(
                                        ":next", number(waiting.place() + 1),
                                        ":waiting", text(TicketLineKeys.waiting(ticket)),
                                        ":due", text(TicketLineKeys.time(now))))));
        return List.of(
                writes.put(TicketLineKeys.place(ticket, waiting.place()), TicketUpdateItems.toItem(waiting), put -> {}),
                head);
    }

    /** The turn for {@code owner}; where that is refused, the head says why. */
    TransactWriteItem take(TicketRef ticket, String owner, Instant now, Duration lease) {
        var ends = now.plus(lease);
        return writes.change(
                TicketLineKeys.head(ticket),
                head -> head.updateExpression("SET #owner = :owner, #leaseEnds = :leaseEnds, #due = :due")
                        .conditionExpression("attribute_exists(#waiting)"
                                + " AND (attribute_not_exists(#owner) OR #owner = :owner OR #leaseEnds <= :now)"
                                + " AND (attribute_not_exists(#until) OR #until <= :now)")
                        .expressionAttributeNames(Map.of(
                                "#waiting",
                                WAITING,
                                "#owner",
                                OWNER,
                                "#leaseEnds",
                                LEASE_ENDS,
                                "#until",
                                UNTIL,
                                "#due",
                                DUE))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(owner),
                                ":now", number(now.toEpochMilli()),
                                ":leaseEnds", number(ends.toEpochMilli()),
                                ":due", text(TicketLineKeys.time(ends))))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    List<TransactWriteItem> announce(Waiting waiting, String owner, Instant settles) {
        var ticket = waiting.update().ticket();
        var ours = TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(TicketLineKeys.head(ticket))
                        .conditionExpression(OURS)
                        .expressionAttributeNames(Map.of("#owner", OWNER))
                        .expressionAttributeValues(Map.of(":owner", text(owner))))
                .build();
        var note = writes.change(
                TicketLineKeys.place(ticket, waiting.place()),
                update -> update.updateExpression("SET #settles = :settles")
                        .conditionExpression(TableWrites.IS_THERE)
                        .expressionAttributeNames(Map.of("#settles", TicketUpdateItems.SETTLES))
                        .expressionAttributeValues(Map.of(":settles", number(settles.toEpochMilli()))));
        return List.of(ours, note);
    }

    /** Takes an update out of its line, where it must be. */
    List<TransactWriteItem> delivered(Waiting update) {
        return List.of(writes.remove(TicketLineKeys.place(update.update().ticket(), update.place())));
    }

    List<TransactWriteItem> postpone(Waiting waiting, String owner, Instant until) {
        var ticket = waiting.update().ticket();
        var head = writes.change(
                TicketLineKeys.head(ticket),
                line -> line.updateExpression("SET #until = :until, #due = :due REMOVE #owner, #leaseEnds")
                        .conditionExpression(OURS)
                        .expressionAttributeNames(
                                Map.of("#until", UNTIL, "#due", DUE, "#owner", OWNER, "#leaseEnds", LEASE_ENDS))
                        .expressionAttributeValues(Map.of(
                                ":owner", text(owner),
                                ":until", number(until.toEpochMilli()),
                                ":due", text(TicketLineKeys.time(until)))));
        return List.of(
                head,
                writes.put(
                        TicketLineKeys.place(ticket, waiting.place()),
                        TicketUpdateItems.toItem(waiting),
                        put -> put.conditionExpression(TableWrites.IS_THERE)));
    }

    /** Ends a turn that leaves updates behind. */
    TransactWriteItem leave(TicketRef ticket, String owner, Instant now) {
        return writes.change(
                TicketLineKeys.head(ticket),
                head -> head.updateExpression("SET #due = :due REMOVE #owner, #leaseEnds, #until")
                        .conditionExpression(OURS)
                        .expressionAttributeNames(
                                Map.of("#due", DUE, "#owner", OWNER, "#leaseEnds", LEASE_ENDS, "#until", UNTIL))
                        .expressionAttributeValues(
                                Map.of(":owner", text(owner), ":due", text(TicketLineKeys.time(now)))));
    }

    /** Ends a turn that has left none, unless one has joined since {@code next} was read; then the head says whose turn it is. */
    TransactWriteItem rest(TicketRef ticket, String owner, long next, Instant now) {
        return writes.change(
                TicketLineKeys.head(ticket),
                head -> head.updateExpression(
                                "SET #expires = :expires REMOVE #owner, #leaseEnds, #until, #waiting, #due")
                        .conditionExpression(OURS + " AND #next = :next")
                        .expressionAttributeNames(Map.of(
                                "#expires", EXPIRES,
                                "#owner", OWNER,
                                "#leaseEnds", LEASE_ENDS,
                                "#until", UNTIL,
                                "#waiting", WAITING,
                                "#due", DUE,
                                "#next", NEXT))
                        .expressionAttributeValues(
                                Map.of(":owner", text(owner), ":next", number(next), ":expires", expiry(now)))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    /** Frees a ticket from its postponement. */
    TransactWriteItem hasten(TicketRef ticket, Instant now) {
        return writes.change(
                TicketLineKeys.head(ticket),
                head -> head.updateExpression("SET #due = :due REMOVE #until")
                        .conditionExpression("attribute_exists(#waiting) AND attribute_not_exists(#owner)")
                        .expressionAttributeNames(
                                Map.of("#due", DUE, "#until", UNTIL, "#waiting", WAITING, "#owner", OWNER))
                        .expressionAttributeValues(Map.of(":due", text(TicketLineKeys.time(now)))));
    }

    /** A pause, unless a longer one is there. */
    TransactWriteItem park(ConnectionId connection, Instant until) {
        return writes.put(
                KeyedItems.key(TicketLineKeys.pause(connection), TicketLineKeys.PAUSE),
                Map.of(
                        UNTIL,
                        number(until.toEpochMilli()),
                        EXPIRES,
                        number(until.plus(PAUSE_MEMORY).getEpochSecond())),
                put -> put.conditionExpression(TableWrites.IS_NOT_THERE + " OR #until < :until")
                        .expressionAttributeNames(Map.of("#until", UNTIL))
                        .expressionAttributeValues(Map.of(":until", number(until.toEpochMilli()))));
    }

    private AttributeValue expiry(Instant now) {
        return number(now.plus(memory).getEpochSecond());
    }
}
