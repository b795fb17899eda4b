package io.nowbridge.sync;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Wakes whoever follows tickets: one of these may have changed. Soon, once or more often; one ticket at a time. */
@FunctionalInterface
public interface TicketWakeups {

    Uni<Void> wake(Collection<Wakeup> wakeups);

    /**
     * That a ticket may have changed.
     *
     * @param changedAt when it did by the desk's own clock, to the second, where that is known: a desk may tell of a change
     *     before it shows it
     */
    record Wakeup(TicketRef ticket, Optional<Instant> changedAt) {

        public static Wakeup of(TicketRef ticket) {
            return new Wakeup(ticket, Optional.empty());
        }
    }
}
