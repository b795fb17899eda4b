package io.nowbridge.connector;

import io.nowbridge.ticket.TicketChanges;
import io.nowbridge.ticket.TicketNote;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What people do to tickets of a desk whose connection is watched. */
record WatchedChanges(TicketChanges changes, Watch watch) implements TicketChanges {

    @Override
    public Multi<Changed> since(String table, Instant since) {
        return watch.on(changes.since(table, since));
    }

    @Override
    public Uni<List<TicketNote>> notes(TicketRef ticket, int limit) {
        return watch.on(changes.notes(ticket, limit));
    }
}
