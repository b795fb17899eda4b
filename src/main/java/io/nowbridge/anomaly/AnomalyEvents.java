package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The events that came in, kept from before they are acknowledged until long after they are done with, so that none is lost
 * and a repeat is recognised.
 */
public interface AnomalyEvents {

    /** Keeps those that are new. Safe to repeat. */
    Uni<Kept> keep(List<AnomalyEvent> events, Instant now);

    /** An event that is not done yet. */
    Uni<Optional<AnomalyEvent>> pending(AnomalyId anomaly, String event);

    /** Notes that an event has had all its effects; of one that is done already, or was never kept, nothing changes. */
    Uni<Void> done(AnomalyEvent event, Instant now);

    /** Up to {@code limit} events that were kept before {@code before} and are not done, the oldest first. */
    Uni<List<Left>> leftBehind(Instant before, int limit);

    /** An event that is not done, and when it was kept. */
    record Left(AnomalyEvent event, Instant keptAt) {}

    /**
     * What became of events that were to be kept.
     *
     * @param waiting those that are not done yet, new or not, whose followers are to be woken; in the order they came in
     * @param fresh how many had not been kept before
     */
    record Kept(List<AnomalyEvent> waiting, int fresh) {

        public Kept {
            waiting = List.copyOf(waiting);
        }
    }
}
