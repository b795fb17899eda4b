package io.nowbridge.connector.qualytics;

import io.nowbridge.anomaly.Anomaly.Datastore;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.qualytics.Anomaly;
import java.net.URI;
import java.util.Optional;

/** Says in the features' words what one instance shows of its anomalies. */
record Anomalies(String source, URI instance) {

    io.nowbridge.anomaly.Anomaly told(Anomaly shown) {
        return told(new AnomalyId(source, Long.toString(shown.id())), shown);
    }

    /** Under the id that it was asked for by, which may be the UUID. */
    io.nowbridge.anomaly.Anomaly told(AnomalyId id, Anomaly shown) {
        return new io.nowbridge.anomaly.Anomaly(
                id,
                shown.uuid(),
                shown.type(),
                shown.status(),
                shown.weight(),
                shown.fingerprint(),
                shown.description(),
                shown.datastore().map(place -> new Datastore(place.id(), place.name())),
                shown.container().map(place -> place.name().orElse(place.id())),
                shown.failedChecks().stream()
                        .flatMap(check -> check.fields().stream())
                        .distinct()
                        .toList(),
                shown.tags(),
                shown.failedChecks().stream().map(Anomalies::failedCheck).toList(),
                shown.created(),
                link(shown));
    }

    // What a check said of this anomaly tells more than what it is called.
    private static FailedCheck failedCheck(Anomaly.FailedCheck check) {
        return new FailedCheck(check.id(), check.message().or(check::description), check.ruleType());
    }

    private Optional<URI> link(Anomaly shown) {
        return shown.datastore()
                .map(place -> instance.resolve("/datastores/" + place.id() + "/anomalies?id=" + shown.id()));
    }
}
