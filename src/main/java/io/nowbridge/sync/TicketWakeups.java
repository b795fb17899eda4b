package io.nowbridge.sync;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Wakes whoever follows tickets: one of these may have changed. Soon, once or more often; one ticket at a time. */
@FunctionalInterface
public interface TicketWakeups {

    Uni<Void> wake(Collection<TicketRef> tickets);
}
