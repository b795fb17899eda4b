package io.nowbridge.anomaly;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an anomaly, in the one form that the messages of all sources are brought into.
 *
 * @param id unique within the source; a repeat of the same message has the same
 * @param at when it happened, as the source says, or when it came in
 * @param sequence counts the events of one anomaly where the source does
 * @param anomaly what the message tells of the anomaly, which may be no more than its id
 */
public record AnomalyEvent(String id, Instant at, Optional<Long> sequence, Anomaly anomaly, What what) {

    /** The version of this form, which what is kept of an event bears. */
    public static final int VERSION = 1;

    /** What happened. */
    public sealed interface What {

        /** Something did; what it was shows the anomaly itself. */
        record Triggered() implements What {}

        /** The anomaly was found for the first time. */
        record Created() implements What {}

        /** Acknowledged, made active again or archived. */
        record StatusChanged(Status status) implements What {}

        /**
         * Somebody wrote a comment.
         *
         * @param id the platform's own id of it; empty where the message has none
         * @param forCustomer whether its author chose that the ticket's customer may read it
         */
        record Commented(Optional<String> id, Optional<String> author, String text, boolean forCustomer)
                implements What {}
    }
}
