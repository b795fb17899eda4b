package io.nowbridge.delivery;

import io.nowbridge.ticket.TicketRef;
import io.nowbridge.ticket.TicketWriting;
import java.time.Instant;

/**
 * A worker's turn at a ticket.
 *
 * @param owner by which the turn is known as this worker's
 * @param ends when the worker begins nothing new
 */
record Errand(TicketRef ticket, TicketWriting writing, String owner, Instant ends) {}
