package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

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
     * @param revision counts the writes, from 1; 0 for what was never kept
     */
    record Known(Anomaly anomaly, Optional<Status> status, Instant seenAt, long revision) {}
}
