package io.nowbridge.sync;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a desk has linked tickets that are not closed. */
final class OpenTickets {

    // A desk with more links than this counts as one with open tickets.
    private static final int MOST = 100;

    private final TicketLinks links;
    private final SeenTickets seen;

    OpenTickets(TicketLinks links, SeenTickets seen) {
        this.links = links;
        this.seen = seen;
    }

    Uni<Boolean> any(ConnectionId desk, TicketSettings settings) {
        return links.ofConnection(desk, new PageRequest(MOST, Optional.empty()))
                .flatMap(page -> page.next().isPresent() ? Uni.createFrom().item(true) : any(page.items(), settings));
    }

    private Uni<Boolean> any(List<LinkedTicket> linked, TicketSettings settings) {
        return linked.isEmpty()
                ? Uni.createFrom().item(false)
                : seen.findAll(linked.stream().map(LinkedTicket::ref).distinct().toList())
                        .map(known -> linked.stream().anyMatch(ticket -> isOpen(ticket, known, settings)));
    }

    private static boolean isOpen(LinkedTicket linked, Map<TicketRef, SeenTicket> known, TicketSettings settings) {
        var last = Optional.ofNullable(known.get(linked.ref()));
        var state = last.map(SeenTicket::ticket).orElse(linked.ticket()).stateCode();
        return last.filter(SeenTicket::gone).isEmpty()
                && !settings.isClosed(linked.ticket().table(), state);
    }
}
