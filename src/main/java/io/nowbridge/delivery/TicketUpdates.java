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

    /** Takes the ticket's turn for {@code owner}; taking it again renews it. */
    Uni<Turn> take(TicketRef ticket, String owner, Instant now, Duration lease);

    /** The first update of a ticket; empty if none waits. */
    Uni<Optional<Waiting>> first(TicketRef ticket);

    /**
     * Notes, before an update is written, that it may be there from now on, and from {@code settles} on for certain or not at
     * all. False, and nothing noted, if the turn is somebody else's.
     */
    Uni<Boolean> announce(Waiting update, String owner, Instant settles);

    /** Forgets an update that is written. */
    Uni<Void> delivered(Waiting update);

    /** Keeps an update as it is given, leaves its ticket alone until {@code until}, and ends the turn if it is still ours. */
    Uni<Void> postpone(Waiting update, String owner, Instant until);

    /** Takes an update out of the way for good, to be looked at by a person. */
    Uni<Void> bury(Waiting update, String cause, Instant now);

    /** Ends the turn; true if updates are left for another one. */
    Uni<Boolean> leave(TicketRef ticket, String owner, Instant now);

    /**
     * Up to {@code limit} tickets of a connection whose updates nobody is at work on although their time has come, those that
     * wait longest first; none while the connection is parked. What was added a moment ago may be missing.
     */
    Uni<List<TicketRef>> due(ConnectionId connection, Instant now, int limit);

    /**
     * Up to {@code limit} tickets of a connection that updates wait for, whoever may be at work on them, those whose time comes
     * first. A line that was emptied a moment ago may be among them.
     */
    Uni<List<TicketRef>> waiting(ConnectionId connection, int limit);

    /** The buried ones, the oldest first. */
    Uni<Page<Buried>> buried(PageRequest request);

    /** Where an update is that was added, by its own id; empty if it was delivered or dropped. */
    Uni<Optional<Whereabouts>> find(String update);

    /**
     * Puts a buried update at the end of its ticket's line again, as if it had never been tried in vain, with another note
     * where one is given, and tells which ticket that is; empty if it is not buried.
     */
    Uni<Optional<TicketRef>> unearth(String id, Optional<String> note, Instant now);

    /** Ends the postponement of a ticket: its turn may be taken now. False if somebody has it, or nothing waits. */
    Uni<Boolean> hasten(TicketRef ticket, Instant now);

    /** Leaves all tickets of a connection alone until {@code until}: its system told us to wait. */
    Uni<Void> park(ConnectionId connection, Instant until);

    /**
     * An update in its place in the line.
     *
     * @param place its place among the updates of its ticket
     * @param attempts how often it has been tried in vain
     * @param settles when the last write that may have reached the ticket has come to its end; empty if none was sent
     */
    record Waiting(TicketUpdate update, long place, int attempts, Optional<Instant> settles) {

        Waiting settling(Instant end) {
            return new Waiting(update, place, attempts, Optional.of(end));
        }

        Waiting saying(String note) {
            return new Waiting(update.saying(note), place, attempts, settles);
        }

        Waiting triedInVain() {
            return new Waiting(update, place, attempts + 1, settles);
        }
    }

    /**
     * An update that was given up.
     *
     * @param id its name among the buried ones
     */
    record Buried(String id, TicketUpdate update, String cause, Instant at) {}

    /** Where an update is. */
    sealed interface Whereabouts {

        record InLine(Waiting waiting) implements Whereabouts {}

        record GivenUp(Buried buried) implements Whereabouts {}
    }

    /** What became of asking for a ticket's turn. */
    enum Turn {
        TAKEN,
        /** Another worker has it. */
        HELD,
        /** The ticket, or its connection, is to be left alone for now. */
        NOT_YET,
        /** Nothing waits. */
        IDLE
    }
}
