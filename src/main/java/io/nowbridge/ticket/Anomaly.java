package io.nowbridge.ticket;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the anomaly platform knows of an anomaly; everything but its id may be missing.
 *
 * @param type record or shape
 * @param weight its severity, higher is worse
 * @param fields the fields of the container that it concerns
 * @param link where a person can see it
 */
public record Anomaly(
        AnomalyId id,
        Optional<String> uuid,
        Optional<String> type,
        Optional<String> status,
        Optional<Integer> weight,
        Optional<String> description,
        Optional<Datastore> datastore,
        Optional<String> container,
        List<String> fields,
        List<FailedCheck> failedChecks,
        Optional<Instant> detectedAt,
        Optional<URI> link) {

    public Anomaly {
        fields = List.copyOf(fields);
        failedChecks = List.copyOf(failedChecks);
    }

    /** Where the data lies. */
    public record Datastore(String id, Optional<String> name) {}

    /** A quality check that did not hold. */
    public record FailedCheck(Optional<String> id, Optional<String> name) {}
}
