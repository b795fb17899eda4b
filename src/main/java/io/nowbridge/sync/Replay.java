package io.nowbridge.sync;

import io.nowbridge.activity.EntryKey;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.ContentDigest;
import java.time.Instant;

/**
 * A window of time that is brought again, and how far that has come.
 *
 * @param from the begin of the window, inclusive
 * @param to its end, exclusive
 * @param table which of the desk's tables it is at; 0 at an anomaly platform
 * @param reached up to when this one's window is done
 * @param done how many tickets were woken, or anomalies looked at
 */
record Replay(
        String id,
        ConnectionId connection,
        Instant from,
        Instant to,
        String by,
        Instant began,
        int table,
        Instant reached,
        long done) {

    private static final String BLANK = " ";
    private static final int PARTS = 8;

    // A connection has one at a time, so that no two have begun at once.
    static Replay begin(ConnectionId connection, Instant from, Instant to, String by, Instant now) {
        var id = ContentDigest.of("replay", connection.value(), now.toString());
        return new Replay(id, connection, from, to, by, now, 0, from, 0);
    }

    /** Further in the same table. */
    Replay upTo(Instant at, long more) {
        return new Replay(id, connection, from, to, by, began, table, at, done + more);
    }

    /** At the begin of the window in the next table. */
    Replay nextTable(long more) {
        return new Replay(id, connection, from, to, by, began, table + 1, from, done + more);
    }

    /** Where the log has it. */
    EntryKey entry() {
        return new EntryKey(began, id);
    }

    /** All but the connection, as one line; who began it may have any name, and comes last. */
    String text() {
        return String.join(
                BLANK,
                id,
                from.toString(),
                to.toString(),
                began.toString(),
                Integer.toString(table),
                reached.toString(),
                Long.toString(done),
                by);
    }

    static Replay parse(ConnectionId connection, String text) {
        var parts = text.split(BLANK, PARTS);
        return new Replay(
                parts[0],
                connection,
                Instant.parse(parts[1]),
                Instant.parse(parts[2]),
                parts[7],
                Instant.parse(parts[3]),
                Integer.parseInt(parts[4]),
                Instant.parse(parts[5]),
                Long.parseLong(parts[6]));
    }
}
