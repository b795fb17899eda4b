package io.nowbridge.ticket;

import java.util.List;

/** A ticket that was opened for an anomaly, with what the person who asked should know. */
public record LinkedTicket(Link link, Ticket ticket, List<Warning> warnings) {

    public LinkedTicket {
        warnings = List.copyOf(warnings);
    }
}
