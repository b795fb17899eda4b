package io.nowbridge.delivery;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The updates that tickets are still to get, and until when each ticket is left alone.
 *
 * <p>One worker at a time writes to a ticket: it holds the ticket's turn, which ends by itself after its lease.
 */
public interface TicketUpdates {

    /** Puts an update behind all others of its ticket; doing so again, even after it was delivered, changes nothing. */
    Uni<Void> add(TicketUpdate update);

    /** Takes the ticket's turn for {@code owner}, or its remaining turn; taking it again renews it. */
    Uni<Turn> take(TicketRef ticket, String owner, Instant now, Duration lease);

    /** The first update of a ticket; empty if none waits. */
    Uni<Optional<Waiting>> first(TicketRef ticket);

    /** Notes, before an update is written, that it may be there from now on. False if the turn is somebody else's. */
    Uni<Boolean> announce(Waiting update, String owner, Instant now);

    /** Forgets an update that is written. */
    Uni<Void> delivered(Waiting update, Instant now);

    /** Leaves the ticket alone until {@code until}, and ends the turn; {@code cause} is what people are told meanwhile. */
    Uni<Void> postpone(Waiting update, String owner, Instant until, String cause);

    /** Takes an update out of the way for good, to be looked at by a person. */
    Uni<Void> bury(Waiting update, String cause, Instant now);

    /** Ends the turn. */
    Uni<Void> leave(TicketRef ticket, String owner);

    /** Up to {@code limit} tickets with updates whose time has come, those that wait longest first. */
    Uni<List<TicketRef>> due(Instant now, int limit);

    /** The buried ones, the oldest first. */
    Uni<Page<Buried>> buried(PageRequest request);

    /** Puts a buried update at the end of its ticket's line again, as if it were new; false if it is not buried. */
    Uni<Boolean> unearth(String id, Instant now);

    /** Leaves all tickets of a connection alone until {@code until}: its system told us to wait. */
    Uni<Void> park(ConnectionId connection, Instant until);

    /**
     * An update in its place in the line.
     *
     * @param place its place among the updates of its ticket
     * @param attempts how often it has been tried in vain
     * @param firstTried when it was tried first
     * @param announced whether it may be there already
     */
    record Waiting(TicketUpdate update, long place, int attempts, Optional<Instant> firstTried, boolean announced) {}

    /** An update that was given up. */
    record Buried(TicketUpdate update, String cause, Instant at) {}

    /** What became of asking for a ticket's turn. */
    enum Turn {
        TAKEN,
        /** Another worker has it. */
        HELD,
        /** The ticket, or its connection, is to be left alone for now. */
        NOT_YET
    }
}
