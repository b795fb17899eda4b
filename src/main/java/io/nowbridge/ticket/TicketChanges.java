package io.nowbridge.ticket;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What people have done to tickets. */
public interface TicketChanges {

    /**
     * The tickets of a table that changed at or after {@code since}, to the second, in the order of their changes and then of
     * their ids, a page at a time as they are consumed. A ticket that changes meanwhile may come twice.
     */
    Multi<Changed> since(String table, Instant since);

    /**
     * The latest entries of a ticket's journal, newest first, at most {@code limit}; empty if there are none that we may read
     * as entries, since text shows neither who wrote them nor their ids.
     */
    Uni<List<TicketNote>> notes(TicketRef ticket, int limit);

    /** A ticket that changed, and when. */
    record Changed(TicketRef ref, Instant at) {}
}
