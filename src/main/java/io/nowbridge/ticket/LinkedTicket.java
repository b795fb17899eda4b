package io.nowbridge.ticket;

import java.util.List;

/** A ticket that was opened for an anomaly or linked to it, with what the person who asked should know. */
public record LinkedTicket(Link link, Ticket ticket, List<Warning> warnings) {

    public LinkedTicket {
        warnings = List.copyOf(warnings);
    }

    public TicketRef ref() {
        return new TicketRef(link.connection(), ticket.table(), ticket.id());
    }
}
