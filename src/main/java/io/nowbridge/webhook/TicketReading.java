package io.nowbridge.webhook;

import io.nowbridge.sync.TicketWakeups.Wakeup;

/** What a message of a desk says. */
sealed interface TicketReading {

    /** This ticket has changed. */
    record Change(Wakeup wakeup) implements TicketReading {}

    /** Nothing that can be read. */
    record NotOne(Refusal refusal) implements TicketReading {}
}
