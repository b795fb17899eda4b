package io.nowbridge.delivery;

/** What came of taking up the first update of a ticket's line. */
enum Step {
    /** It is out of the line: the next may follow. */
    DONE,
    /** There was none. */
    LINE_EMPTY,
    /** It waits, and the turn is over; or the turn was lost. */
    TURN_ENDED,
    /** There surely is no such ticket. */
    TICKET_GONE
}
