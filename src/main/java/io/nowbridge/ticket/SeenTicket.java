package io.nowbridge.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as it was last looked at, which is what a link shows of it.
 *
 * @param assignedTo the name of the person or, where there is none, of the group; empty if nobody has it
 * @param resolution what was written when it was closed
 * @param changedAt when it last changed at the connected system, to the second
 * @param notes the latest, newest first; a link shows {@value #MOST_NOTES} at most
 * @param gone whether the connected system is known not to have it any more
 */
public record SeenTicket(
        TicketRef ref,
        Ticket ticket,
        Optional<String> assignedTo,
        Optional<String> resolution,
        Optional<Instant> changedAt,
        List<TicketNote> notes,
        boolean gone,
        Instant seenAt) {

    public static final int MOST_NOTES = 20;

    public SeenTicket {
        notes = List.copyOf(notes);
    }

    /** One that is gone, and of which no more is known than its link knows. */
    public static SeenTicket gone(TicketRef ref, Ticket ticket, Instant now) {
        return new SeenTicket(ref, ticket, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, now);
    }

    /** The same, with no more notes than a link shows. */
    public SeenTicket withLatestNotes() {
        var latest = notes.stream().limit(MOST_NOTES).toList();
        return new SeenTicket(ref, ticket, assignedTo, resolution, changedAt, latest, gone, seenAt);
    }

    /** As it was last, now that it is known to be gone. */
    public SeenTicket gone(Instant now) {
        return new SeenTicket(ref, ticket, assignedTo, resolution, changedAt, notes, true, now);
    }
}
