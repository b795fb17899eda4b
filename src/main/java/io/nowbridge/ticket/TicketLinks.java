package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;

/** Remembers which anomaly belongs to which ticket, readable from both ends. */
public interface TicketLinks {

    /** Remembers a link; doing so again changes nothing. */
    Uni<Void> link(Link link, Ticket ticket);
}
