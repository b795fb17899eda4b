package io.nowbridge.ticket;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links in a map; can be told to be down. */
final class InMemoryTicketLinks implements TicketLinks {

    private final Map<Link, Ticket> links = new HashMap<>();
    private boolean down;

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    Map<Link, Ticket> all() {
        return links;
    }

    @Override
    public Uni<Void> link(Link link, Ticket ticket) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (down) {
                throw new IllegalStateException("the store is down");
            }
            links.put(link, ticket);
        });
    }

    @Override
    public Uni<Optional<LinkedTicket>> find(AnomalyId anomaly, LinkId link) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofAnomaly(AnomalyId anomaly, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofTicket(TicketRef ticket, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Page<LinkedTicket>> ofConnection(ConnectionId connection, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> unlink(LinkedTicket linked) {
        throw new UnsupportedOperationException();
    }
}
