package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.smallrye.mutiny.Uni;

/** Opens tickets for anomalies without a hand. */
@FunctionalInterface
public interface OpeningRules {

    /** Does what the rules say of an anomaly that has no ticket yet; safe to repeat for the same event. */
    Uni<Void> apply(AnomalyEvent event, Anomaly anomaly);
}
