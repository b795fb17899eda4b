package io.nowbridge.connector;

import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting;
import io.smallrye.mutiny.Uni;

/** Writes into tickets of a desk whose connection is watched. */
record WatchedWriting(TicketWriting writing, Watch watch) implements TicketWriting {

    @Override
    public Uni<Written> write(TicketRef ticket, Entry entry) {
        return watch.onWrite(() -> writing.write(ticket, entry));
    }

    @Override
    public Uni<Trace> trace(TicketRef ticket, String reference) {
        return watch.on(writing.trace(ticket, reference));
    }
}
