package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

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
}
