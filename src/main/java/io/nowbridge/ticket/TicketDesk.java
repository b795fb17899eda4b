package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where the people of one connection keep their tickets.
 *
 * <p>Every operation, here and on what belongs to a desk, fails with a {@link
 * io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface TicketDesk {

    ConnectionId connection();

    /** How many characters the description of a ticket of {@code table} holds. */
    Uni<Integer> descriptionLength(String table);

    /** Finds the people, groups and choices that the form names, without writing anything. */
    Uni<Check> check(TicketForm form);

    /** Looks for the ticket that an earlier attempt may have opened for {@code link} in {@code table}. */
    Uni<Sight> look(LinkId link, String table);

    /**
     * Opens a ticket that bears {@code link}.
     *
     * <p>Not safe to repeat: after a failure that may have come too late, {@link #look} first.
     *
     * @param form as {@link #check} returned it
     */
    Uni<Opened> open(LinkId link, TicketForm form);

    /** Its tickets as they are. */
    TicketSearch search();

    /** What is written into tickets that are there. */
    TicketWriting writing();

    /** What people have done to tickets. */
    TicketChanges changes();

    /** What a form for a new ticket can hold. */
    TicketForms forms();

    /** What the desk says of a form. */
    sealed interface Check {

        /** The form with its names replaced by the desk's ids. */
        record Fit(TicketForm form, List<Warning> warnings) implements Check {}

        record Unfit(List<Misfit> misfits) implements Check {}
    }

    /** What can be seen of a ticket that may be there. */
    sealed interface Sight {

        record Found(Ticket ticket) implements Sight {}

        record Absent() implements Sight {}

        /** The desk shows the connection no tickets at all, so absence means nothing. */
        record Blind() implements Sight {}
    }

    /** A new ticket, and the fields that were not stored as sent. */
    record Opened(Ticket ticket, List<Warning> warnings) {}
}
