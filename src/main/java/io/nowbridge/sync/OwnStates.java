package io.nowbridge.sync;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The states that we give tickets ourselves, so that they do not come back as somebody's decision. */
final class OwnStates {

    // Longer than a delivery is tried.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Marks marks;
    private final InstantSource clock;

    OwnStates(Marks marks, InstantSource clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Notes, before it is written, that a ticket is to get a state. */
    Uni<Void> announce(TicketRef ticket, String state) {
        return marks.keep(name(ticket), state, Optional.of(clock.instant().plus(REMEMBERED)));
    }

    /** Whether a state that a ticket was found in is our own doing. */
    Uni<Boolean> isOurs(TicketRef ticket, String state) {
        return marks.find(name(ticket)).map(ours -> ours.equals(Optional.of(state)));
    }

    /** Forgets that a state was our own doing, now that it has been seen: the next time it is somebody else's. */
    Uni<Void> wasSeen(TicketRef ticket, String state) {
        return marks.use(name(ticket), state).replaceWithVoid();
    }

    private static String name(TicketRef ticket) {
        return "state#" + ticket;
    }
}
