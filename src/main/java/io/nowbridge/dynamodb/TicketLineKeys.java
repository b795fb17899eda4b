package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.KeyedItems.key;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.ticket.ContentDigest;
import io.nowbridge.ticket.TicketRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the updates table, and of its index. */
final class TicketLineKeys {

    /** The sort key of a line's head. */
    static final String HEAD = "head";

    /** The sort key of a connection's pause. */
    static final String PAUSE = "pause";

    /** What the sort key of an update in its line begins with. */
    static final String UPDATE = "update#";

    /** The partition of the updates that were given up. */
    static final String BURIED = "buried";

    /** The latest time that the index can sort. */
    static final Instant END_OF_TIME = Instant.ofEpochMilli(9_999_999_999_999L);

    // A partition of an index takes 1,000 writes a second: what waits for one connection is spread over as many.
    private static final int BUCKETS = 10;

    private static final String TICKET = "ticket";

    private TicketLineKeys() {}

    /** The partition of a ticket's line. */
    static String line(TicketRef ticket) {
        return TICKET + "#" + ticket.connection() + "#" + ticket.table() + "#" + ticket.id();
    }

    /** The ticket of a line's partition. */
    static TicketRef ticket(String line) {
        var parts = line.split("#", 4);
        return new TicketRef(new ConnectionId(parts[1]), parts[2], parts[3]);
    }

    static Map<String, AttributeValue> head(TicketRef ticket) {
        return key(line(ticket), HEAD);
    }

    static Map<String, AttributeValue> place(TicketRef ticket, long place) {
        return key(line(ticket), UPDATE + "%019d".formatted(place));
    }

    /** Where it stands that an update has been in the line already; its id may be longer than a key can be. */
    static Map<String, AttributeValue> known(String update) {
        return key("known#" + ContentDigest.of(update), "known");
    }

    /** The partition of a connection's pause. */
    static String pause(ConnectionId connection) {
        return "pause#" + connection;
    }

    /** The sort key, in their order, of an update that was given up. */
    static String grave(TicketUpdate update, Instant at) {
        return time(at) + "-" + ContentDigest.of(update.id()).substring(0, 32);
    }

    /** The partition of the index where a ticket waits. */
    static String waiting(TicketRef ticket) {
        return bucket(ticket.connection(), Math.floorMod(ticket.id().hashCode(), BUCKETS));
    }

    /** All partitions of the index where tickets of a connection wait. */
    static List<String> waiting(ConnectionId connection) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(number -> bucket(connection, number))
                .toList();
    }

    /** A time as the index sorts it. */
    static String time(Instant at) {
        return "%013d".formatted(at.toEpochMilli());
    }

    private static String bucket(ConnectionId connection, int number) {
        return connection + "#" + number;
    }
}
