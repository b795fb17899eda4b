package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Where anomalies lie, as those who found them say: never as whoever asks about one claims. */
@FunctionalInterface
public interface Datastores {

    /**
     * The datastore of an anomaly; empty if it is not known, or there is no such anomaly. Where only the platform can tell
     * and it does not answer, this fails as {@link AnomalyPlatform} does.
     */
    Uni<Optional<Anomaly.Datastore>> of(AnomalyId anomaly);
}
