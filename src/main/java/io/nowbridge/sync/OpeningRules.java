package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.smallrye.mutiny.Uni;

/** Opens tickets for anomalies without a hand. */
@FunctionalInterface
public interface OpeningRules {

    /**
     * Does what the rules say of an anomaly that has no ticket yet; safe to repeat for the same event. Fails with a {@link
     * NotYetException} or a {@link io.nowbridge.connection.ConnectedSystemException} where a repeat may do what this could not.
     */
    Uni<Void> apply(AnomalyEvent event, Anomaly anomaly);
}
