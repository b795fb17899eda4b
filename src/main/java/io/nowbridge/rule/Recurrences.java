package io.nowbridge.rule;

import io.nowbridge.anomaly.AnomalyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Which anomaly stands for all with its fingerprint: their ticket is its ticket. It is noted before the ticket is opened, so
 * that whoever comes next, or after a crash, joins in opening the same one.
 */
public interface Recurrences {

    Uni<Optional<Series>> find(String source, String fingerprint);

    /** Keeps a series, one revision above {@code series}, which is the one it was read at; false if it has changed since. */
    Uni<Boolean> keep(Series series);

    /**
     * Anomalies with the same fingerprint that share a ticket.
     *
     * @param first the anomaly that the ticket was opened for, or is being opened for
     * @param number counts the tickets for this fingerprint, from 1
     * @param lastAt when the last of them came
     * @param revision counts the writes, from 1; 0 for what was never kept
     */
    record Series(String fingerprint, AnomalyId first, int number, Instant lastAt, long revision) {

        static Series first(String fingerprint, AnomalyId first, Instant now) {
            return new Series(fingerprint, first, 1, now, 0);
        }

        /** The series that follows this one, with a ticket of its own. */
        Series next(AnomalyId other, Instant now) {
            return new Series(fingerprint, other, number + 1, now, revision);
        }

        /** The same after one more. */
        Series again(Instant now) {
            return new Series(fingerprint, first, number, now, revision);
        }
    }
}
