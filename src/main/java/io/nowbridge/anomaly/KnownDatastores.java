package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Asks our own store of anomalies first, and the platform where that does not know. */
public final class KnownDatastores implements Datastores {

    private final Anomalies anomalies;
    private final AnomalyPlatforms platforms;

    public KnownDatastores(Anomalies anomalies, AnomalyPlatforms platforms) {
        this.anomalies = anomalies;
        this.platforms = platforms;
    }

    @Override
    public Uni<Optional<Anomaly.Datastore>> of(AnomalyId anomaly) {
        return anomalies
                .find(anomaly)
                .map(known -> known.map(Anomalies.Known::anomaly).flatMap(Anomaly::datastore))
                .flatMap(known -> known.isPresent() ? Uni.createFrom().item(known) : askThePlatform(anomaly));
    }

    private Uni<Optional<Anomaly.Datastore>> askThePlatform(AnomalyId anomaly) {
        return platforms
                .of(anomaly.source())
                .flatMap(platform -> platform.map(asked -> asked.read(anomaly))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .map(read -> read.flatMap(Anomaly::datastore));
    }
}
