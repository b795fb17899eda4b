package io.nowbridge.ticket;

import io.nowbridge.activity.Failure;

/** What is found of an attempt that nobody finished. */
sealed interface Finding {

    /** The ticket that it opened or told; only our own records are missing. */
    record Done(Ticket ticket) implements Finding {}

    /** Nothing that anybody misses. */
    record Nothing() implements Finding {}

    /** It came to nothing, and whoever asked has to hear of it. */
    record Lost(Failure failure) implements Finding {}

    /** It cannot be told yet. */
    record Unsure(Failure failure) implements Finding {}
}
