package io.nowbridge.webhook;

import java.time.Instant;
import java.util.Optional;

/** Whether a message is from whom it is said to be. */
public sealed interface Verdict {

    /**
     * It is.
     *
     * @param signed what its sender signed it with; empty where the sender only sent a secret along
     */
    record Genuine(Optional<Signed> signed) implements Verdict {}

    /** Nothing proves it; {@code why} is for our log, and never for the sender. */
    record Forged(String why) implements Verdict {}

    /** Its signature is right, but its time is too far from ours. */
    record Stale(Instant sentAt) implements Verdict {}

    /**
     * What a signature covers beside the body.
     *
     * @param id the same for every attempt at delivering a message
     * @param at when this attempt was made
     */
    record Signed(String id, Instant at) {

        /** Tells this attempt from every other. */
        public String attempt() {
            return at.getEpochSecond() + "#" + id;
        }

        /** When a copy of it will be stale. */
        public Instant staleFrom() {
            return at.plus(Signature.TOLERANCE);
        }
    }
}
