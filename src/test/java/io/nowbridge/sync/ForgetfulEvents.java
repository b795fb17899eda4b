package io.nowbridge.sync;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events whose end is not noted once, as if the process had been killed just before. */
final class ForgetfulEvents implements AnomalyEvents {

    private final AnomalyEvents events;
    private boolean killed;

    ForgetfulEvents(AnomalyEvents events) {
        this.events = events;
    }

    void killBeforeNextEnd() {
        killed = true;
    }

    @Override
    public Uni<Kept> keep(List<AnomalyEvent> kept, Instant now) {
        return events.keep(kept, now);
    }

    @Override
    public Uni<Optional<AnomalyEvent>> pending(AnomalyId anomaly, String event) {
        return events.pending(anomaly, event);
    }

    @Override
    public Uni<Void> done(AnomalyEvent event, Instant now) {
        return Uni.createFrom().deferred(() -> {
            if (killed) {
                killed = false;
                return Uni.createFrom().failure(new IllegalStateException("killed"));
            }
            return events.done(event, now);
        });
    }

    @Override
    public Uni<List<Left>> leftBehind(Instant before, int limit) {
        return events.leftBehind(before, limit);
    }
}
