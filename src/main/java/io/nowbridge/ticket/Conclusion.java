package io.nowbridge.ticket;

import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/** The last steps of an attempt that has its ticket, each of which may be done again: link, log, end the claim. */
final class Conclusion {

    private final TicketClaims claims;
    private final TicketLinks links;
    private final TicketLog log;
    private final InstantSource clock;

    Conclusion(TicketClaims claims, TicketLinks links, TicketLog log, InstantSource clock) {
        this.claims = claims;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    Uni<LinkedTicket> conclude(Effort effort, Ticket ticket, List<Warning> warnings) {
        var answer = new LinkedTicket(effort.link(), ticket, warnings);
        return links.link(effort.link(), ticket)
                .chain(() -> log.done(effort, ticket))
                .chain(() -> switch (effort.work()) {
                    case OPENING -> claims.complete(effort.key(), answer, clock.instant());
                    case LINKING -> release(effort);
                })
                .replaceWith(answer);
    }

    /** Gives up a turn. Whoever comes next must know of a write that may still be carried out. */
    Uni<Void> release(Effort effort) {
        return effort.settles()
                .filter(end -> end.isAfter(clock.instant()))
                .map(end -> claims.leave(effort.key(), effort.attempt(), end))
                .orElseGet(() -> claims.forget(effort.key(), effort.attempt()));
    }
}
