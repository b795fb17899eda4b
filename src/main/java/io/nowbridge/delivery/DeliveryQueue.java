package io.nowbridge.delivery;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Wakes whoever delivers to tickets, soon, once or more often; and alarms where one was given up. */
public interface DeliveryQueue {

    Uni<Void> wake(Collection<TicketRef> tickets);

    /** Puts a letter into the dead-letter queue, which alarms. */
    Uni<Void> bury(TicketUpdate dead);
}
