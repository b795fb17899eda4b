package io.nowbridge.anomaly;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Wakes whoever follows anomalies, soon, once or more often; the events of one anomaly one after the other. */
@FunctionalInterface
public interface AnomalyWakeups {

    Uni<Void> wake(List<AnomalyEvent> events);
}
