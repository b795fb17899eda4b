package io.nowbridge.connector;

import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketSearch;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The tickets of a desk whose connection is watched. */
record WatchedSearch(TicketSearch search, Watch watch) implements TicketSearch {

    @Override
    public Uni<List<Described>> named(String reference) {
        return watch.on(search.named(reference));
    }

    @Override
    public Uni<List<Ticket>> find(Wanted wanted, int limit) {
        return watch.on(search.find(wanted, limit));
    }

    @Override
    public Uni<Map<TicketRef, Sight>> see(Collection<TicketRef> tickets) {
        return watch.on(search.see(tickets));
    }
}
