package io.nowbridge.ticket;

import java.time.Instant;

/**
 * An entry of a ticket's journal.
 *
 * @param id the connected system's own id of it
 * @param ours whether the user of our connection wrote it
 * @param forCustomer whether the ticket's customer may read it
 */
public record TicketNote(String id, String author, boolean ours, String text, boolean forCustomer, Instant at) {

    /** The same with a text of at most {@code length} characters, cut visibly where it is longer. */
    public TicketNote atMost(int length) {
        return new TicketNote(id, author, ours, Description.shorten(text, length), forCustomer, at);
    }
}
