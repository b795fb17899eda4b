package io.nowbridge.sync;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The states that we give tickets ourselves, so that they do not come back as somebody's decision: for each ticket those that
 * it was not seen in yet, in the order in which it is to get them.
 */
public final class OwnStates {

    // Longer than a delivery is tried.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    // No code has one: settings separate codes by it.
    private static final String COMMA = ",";

    private final Marks marks;
    private final InstantSource clock;

    public OwnStates(Marks marks, InstantSource clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Notes, before it is written, that a ticket is to get a state. */
    public Uni<Void> announce(TicketRef ticket, String state) {
        return change(ticket, states -> states.endsWith(COMMA + state + COMMA) ? states : states + state + COMMA);
    }

    /** Whether a state that a ticket was found in is our own doing. */
    Uni<Boolean> isOurs(TicketRef ticket, String state) {
        return marks.find(name(ticket))
                .map(states -> states.filter(ours -> ours.contains(COMMA + state + COMMA))
                        .isPresent());
    }

    /** Forgets that a state was our own doing, and those before it, now that it has been seen: next, it is somebody else's. */
    Uni<Void> wasSeen(TicketRef ticket, String state) {
        return change(ticket, states -> {
            var place = states.indexOf(COMMA + state + COMMA);
            return place < 0 ? states : states.substring(place + COMMA.length() + state.length());
        });
    }

    private Uni<Void> change(TicketRef ticket, UnaryOperator<String> change) {
        var until = Optional.of(clock.instant().plus(REMEMBERED));
        return marks.find(name(ticket)).flatMap(before -> {
            var states = before.orElse(COMMA);
            var after = change.apply(states);
            return after.equals(states)
                    ? Uni.createFrom().voidItem()
                    : marks.replace(name(ticket), before, after, until)
                            .flatMap(done -> done ? Uni.createFrom().voidItem() : change(ticket, change));
        });
    }

    private static String name(TicketRef ticket) {
        return "state#" + ticket;
    }
}
