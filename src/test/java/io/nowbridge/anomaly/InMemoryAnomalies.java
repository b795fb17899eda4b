package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of anomalies, in a map. */
public final class InMemoryAnomalies implements Anomalies {

    private final Map<AnomalyId, Known> known = new HashMap<>();

    @Override
    public Uni<Optional<Known>> find(AnomalyId id) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return Optional.ofNullable(known.get(id));
            }
        });
    }

    @Override
    public Uni<Boolean> keep(Known now) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                var id = now.anomaly().id();
                var before = Optional.ofNullable(known.get(id)).map(Known::revision);
                if (before.orElse(0L) != now.revision()) {
                    return false;
                }
                known.put(id, new Known(now.anomaly(), now.status(), now.sequence(), now.seenAt(), now.revision() + 1));
                return true;
            }
        });
    }
}
