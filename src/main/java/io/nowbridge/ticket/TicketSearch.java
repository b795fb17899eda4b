package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tickets of a desk as they are. */
public interface TicketSearch {

    /**
     * The tickets that {@code reference} names: a number, the desk's own id, or the address of a ticket's page at this very
     * desk. None if there is none that we may see, or if it is an address of somewhere else.
     */
    Uni<List<Described>> named(String reference);

    /** Up to {@code limit} tickets, those that changed last first. */
    Uni<List<Ticket>> find(Wanted wanted, int limit);

    /** How the given tickets are now, in one call for a hundred of a table. */
    Uni<Map<TicketRef, Sight>> see(Collection<TicketRef> tickets);

    /**
     * What tickets to look for.
     *
     * @param text part of the number or of the short description; empty for any
     * @param state a state's code, or its name in any case
     * @param table where to look; all that hold tickets if empty
     */
    record Wanted(Optional<String> text, Optional<String> state, Optional<String> table) {}

    /** A ticket with its description, exactly as it is stored. */
    record Described(Ticket ticket, String description) {}

    /** What can be seen of a ticket that was there. */
    sealed interface Sight {

        /**
         * The ticket as it is now.
         *
         * @param assignedTo as {@link SeenTicket} has it
         * @param resolution as {@link SeenTicket} has it
         * @param changedAt as {@link SeenTicket} has it
         */
        record There(
                Ticket ticket, Optional<String> assignedTo, Optional<String> resolution, Optional<Instant> changedAt)
                implements Sight {}

        /** Deleted; surely so, since others of its table are shown. */
        record Gone() implements Sight {}

        /** Deleted or hidden from us: which, cannot be told. */
        record Hidden() implements Sight {}
    }
}
