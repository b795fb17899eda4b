package io.nowbridge.ticket;

import java.time.Instant;

/**
 * An entry of a ticket's journal.
 *
 * @param id the connected system's own id of it
 * @param ours whether the user of our connection wrote it
 * @param forCustomer whether the ticket's customer may read it
 */
public record TicketNote(String id, String author, boolean ours, String text, boolean forCustomer, Instant at) {}
