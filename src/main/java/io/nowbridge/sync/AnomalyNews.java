package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomalies;
import io.nowbridge.anomaly.Anomalies.Known;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvent.What;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.anomaly.Status;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes events of what is seen of anomalies at their platform and nobody told of. Whatever looks at the same finds the same
 * event, until that has been followed.
 */
final class AnomalyNews {

    private final Anomalies anomalies;
    private final AnomalyEvents events;
    private final AnomalyWakeups wakeups;
    private final InstantSource clock;

    AnomalyNews(Anomalies anomalies, AnomalyEvents events, AnomalyWakeups wakeups, InstantSource clock) {
        this.anomalies = anomalies;
        this.events = events;
        this.wakeups = wakeups;
        this.clock = clock;
    }

    /** That an anomaly is there of which nothing is known. */
    Uni<Optional<AnomalyEvent>> created(Anomaly anomaly) {
        return anomalies
                .find(anomaly.id())
                .map(known -> known.isPresent() ? Optional.empty() : Optional.of(creation(anomaly)));
    }

    /** That an anomaly has another status than is known. */
    Uni<Optional<AnomalyEvent>> changed(Anomaly anomaly) {
        return anomalies
                .find(anomaly.id())
                .flatMap(known -> known.map(before -> Uni.createFrom().item(change(anomaly, before)))
                        .orElseGet(() -> first(anomaly).replaceWith(Optional.empty())));
    }

    /** Either of both. */
    Uni<Optional<AnomalyEvent>> any(Anomaly anomaly) {
        return anomalies
                .find(anomaly.id())
                .map(known ->
                        known.map(before -> change(anomaly, before)).orElseGet(() -> Optional.of(creation(anomaly))));
    }

    /** Puts events where webhooks put theirs, and tells how many nobody had put there before. */
    Uni<Integer> bring(Multi<Optional<AnomalyEvent>> news) {
        return news.onItem()
                .transformToMultiAndConcatenate(event -> Multi.createFrom().items(event.stream()))
                .onItem()
                .transformToUniAndConcatenate(event -> events.keep(List.of(event), clock.instant())
                        .call(kept -> wakeups.wake(kept.waiting()))
                        .map(AnomalyEvents.Kept::fresh))
                .collect()
                .in(AtomicInteger::new, AtomicInteger::addAndGet)
                .map(AtomicInteger::get);
    }

    // What is seen for the first time is what its ticket was opened or linked with.
    private Uni<Boolean> first(Anomaly anomaly) {
        return anomalies.keep(Known.first(anomaly, status(anomaly), clock.instant()));
    }

    private AnomalyEvent creation(Anomaly anomaly) {
        return event("sweep-created-" + anomaly.id().id(), anomaly, new What.Created());
    }

    // Of a change nothing is claimed: whoever follows it looks for himself, since by then somebody may have told of the
    // next.
    private Optional<AnomalyEvent> change(Anomaly anomaly, Known before) {
        return status(anomaly)
                .filter(now -> now != before.status().orElse(Status.ACTIVE))
                .map(now -> event(
                        "sweep-%s-%s-%d".formatted(now.label(), anomaly.id().id(), before.revision()),
                        anomaly,
                        new What.Triggered()));
    }

    private static Optional<Status> status(Anomaly anomaly) {
        return anomaly.status().flatMap(Status::labelled);
    }

    private AnomalyEvent event(String id, Anomaly anomaly, What what) {
        return new AnomalyEvent(id, clock.instant(), Optional.empty(), anomaly, what);
    }
}
