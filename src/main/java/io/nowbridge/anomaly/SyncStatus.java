package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes events: keeps them first, then wakes whoever follows their anomalies. What is kept is taken, whatever becomes of the
 * waking: what nobody was woken for is found as left behind.
 */
public final class SyncStatus {

    /**
     * What was taken.
     *
     * @param fresh how many events were new
     * @param repeated how many had been kept before
     * @param notWoken why nobody could be woken, if so
     */
    public record Taken(int fresh, int repeated, Optional<Throwable> notWoken) {}

    private final AnomalyEvents events;
    private final AnomalyWakeups wakeups;

    public SyncStatus(AnomalyEvents events, AnomalyWakeups wakeups) {
        this.events = events;
        this.wakeups = wakeups;
    }

    public Uni<Taken> run(List<AnomalyEvent> incoming, Instant now) {
        return events.keep(incoming, now)
                .flatMap(kept -> wake(kept.waiting())
                        .map(failure -> new Taken(kept.fresh(), incoming.size() - kept.fresh(), failure)));
    }

    private Uni<Optional<Throwable>> wake(List<AnomalyEvent> waiting) {
        return waiting.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : wakeups.wake(waiting)
                        .map(woken -> Optional.<Throwable>empty())
                        .onFailure()
                        .recoverWithItem(Optional::of);
    }
}
