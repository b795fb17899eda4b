package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known here of anomalies: as the platform told last. */
public interface Anomalies {

    Uni<Optional<Known>> find(AnomalyId id);

    /**
     * Keeps what is known by now, one revision above that of {@code known}, which is the one it was read at; false, and
     * nothing kept, if somebody else has kept something since.
     */
    Uni<Boolean> keep(Known known);

    /**
     * An anomaly as it was last seen.
     *
     * @param status the last status that its tickets were told, or that they caused; empty if the platform named none
     * @param sequence the highest of an event that was followed, where its source counts them
     * @param revision counts the writes, from 1; 0 for what was never kept
     */
    record Known(Anomaly anomaly, Optional<Status> status, Optional<Long> sequence, Instant seenAt, long revision) {

        /** What there is to keep of an anomaly that nothing was kept of. */
        public static Known first(Anomaly anomaly, Optional<Status> status, Instant now) {
            return new Known(anomaly, status, Optional.empty(), now, 0);
        }

        /** What there is to keep in its place, of the same anomaly. */
        public Known next(Anomaly now, Optional<Status> itsStatus, Instant at) {
            return new Known(now, itsStatus, sequence, at, revision);
        }

        /** The same, now that {@code event} has been followed. */
        public Known after(AnomalyEvent event) {
            var highest =
                    Stream.concat(sequence.stream(), event.sequence().stream()).max(Comparator.naturalOrder());
            return new Known(anomaly, status, highest, seenAt, revision);
        }

        /** Whether an event that happened after {@code event} was followed before it. */
        public boolean isAheadOf(AnomalyEvent event) {
            return sequence.isPresent()
                    && event.sequence().filter(late -> late < sequence.get()).isPresent();
        }
    }
}
