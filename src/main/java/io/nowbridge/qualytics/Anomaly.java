package io.nowbridge.qualytics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An anomaly as Qualytics shows it; what it leaves out is empty.
 *
 * @param type record or shape
 * @param fingerprint the same for every recurrence of the same trouble
 * @param comments empty where the instance does not show them with the anomaly
 */
public record Anomaly(
        long id,
        Optional<String> uuid,
        Optional<String> type,
        Optional<String> status,
        Optional<Integer> weight,
        Optional<String> fingerprint,
        Optional<String> description,
        Optional<Place> datastore,
        Optional<Place> container,
        List<String> tags,
        List<FailedCheck> failedChecks,
        Optional<Instant> created,
        Optional<List<Comment>> comments) {

    public Anomaly {
        tags = List.copyOf(tags);
        failedChecks = List.copyOf(failedChecks);
    }

    /** A datastore, or a container in it. */
    public record Place(String id, Optional<String> name) {}

    /** A quality check that did not hold, and what it said. */
    public record FailedCheck(
            Optional<String> id,
            Optional<String> description,
            Optional<String> ruleType,
            Optional<String> message,
            List<String> fields) {

        public FailedCheck {
            fields = List.copyOf(fields);
        }
    }
}
