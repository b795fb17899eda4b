package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Events in a map, by the anomaly and their id. */
public final class InMemoryAnomalyEvents implements AnomalyEvents {

    private record Key(AnomalyId anomaly, String event) {

        private static Key of(AnomalyEvent event) {
            return new Key(event.anomaly().id(), event.id());
        }
    }

    private record Entry(AnomalyEvent event, Instant keptAt, Optional<Instant> doneAt) {}

    private final Map<Key, Entry> entries = new LinkedHashMap<>();
    private boolean failsNext;

    /** Has the next keeping fail before anything is kept. */
    public synchronized void failNext() {
        failsNext = true;
    }

    /** All that were ever kept, in the order they came in. */
    public synchronized List<AnomalyEvent> all() {
        return entries.values().stream().map(Entry::event).toList();
    }

    @Override
    public Uni<Kept> keep(List<AnomalyEvent> events, Instant now) {
        return atomically(() -> {
            if (failsNext) {
                failsNext = false;
                throw new IllegalStateException("The store is down");
            }
            var waiting = new ArrayList<AnomalyEvent>();
            var before = entries.size();
            for (var event : events) {
                var entry = entries.computeIfAbsent(Key.of(event), key -> new Entry(event, now, Optional.empty()));
                if (entry.doneAt().isEmpty() && !waiting.contains(entry.event())) {
                    waiting.add(entry.event());
                }
            }
            return new Kept(waiting, entries.size() - before);
        });
    }

    @Override
    public Uni<Optional<AnomalyEvent>> pending(AnomalyId anomaly, String event) {
        return atomically(() -> Optional.ofNullable(entries.get(new Key(anomaly, event)))
                .filter(entry -> entry.doneAt().isEmpty())
                .map(Entry::event));
    }

    @Override
    public Uni<Void> done(AnomalyEvent event, Instant now) {
        return atomically(() -> entries.computeIfPresent(
                        Key.of(event), (key, entry) -> new Entry(entry.event(), entry.keptAt(), Optional.of(now))))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Left>> leftBehind(Instant before, int limit) {
        return atomically(() -> entries.values().stream()
                .filter(entry -> entry.doneAt().isEmpty() && entry.keptAt().isBefore(before))
                .sorted((one, other) -> one.keptAt().compareTo(other.keptAt()))
                .limit(limit)
                .map(entry -> new Left(entry.event(), entry.keptAt()))
                .toList());
    }

    private <T> Uni<T> atomically(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return work.get();
            }
        });
    }
}
