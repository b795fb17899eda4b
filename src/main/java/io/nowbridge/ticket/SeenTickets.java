package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What is remembered of linked tickets. */
public interface SeenTickets {

    Uni<Optional<SeenTicket>> find(TicketRef ref);

    /** Those that are remembered, by their reference. */
    Uni<Map<TicketRef, SeenTicket>> findAll(Collection<TicketRef> refs);

    /** Remembers what was seen, unless something was seen later. */
    Uni<Void> keep(SeenTicket seen);

    /** The same for all but the notes, which were not looked at: those that are remembered stay. */
    Uni<Void> keepAllButNotes(SeenTicket seen);
}
