package io.nowbridge.webhook;

import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections of sources; none of them can be asked. */
public record FakeAnomalyPlatforms(Map<String, Connection> bySource) implements AnomalyPlatforms {

    @Override
    public Uni<Optional<Connection>> connection(String source) {
        return Uni.createFrom().item(Optional.ofNullable(bySource.get(source)));
    }

    @Override
    public Uni<Optional<AnomalyPlatform>> of(String source) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<List<Source>> sources() {
        return Uni.createFrom().item(List.of());
    }
}
