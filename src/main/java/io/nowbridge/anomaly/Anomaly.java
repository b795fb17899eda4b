package io.nowbridge.anomaly;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the anomaly platform knows of an anomaly; everything but its id may be missing.
 *
 * @param type record or shape
 * @param status as the platform calls it; see {@link Status}
 * @param weight its severity, higher is worse
 * @param fingerprint the same for every recurrence of the same trouble
 * @param fields the fields of the container that it concerns
 * @param link where a person can see it
 */
public record Anomaly(
        AnomalyId id,
        Optional<String> uuid,
        Optional<String> type,
        Optional<String> status,
        Optional<Integer> weight,
        Optional<String> fingerprint,
        Optional<String> description,
        Optional<Datastore> datastore,
        Optional<String> container,
        List<String> fields,
        List<String> tags,
        List<FailedCheck> failedChecks,
        Optional<Instant> detectedAt,
        Optional<URI> link) {

    public Anomaly {
        fields = List.copyOf(fields);
        tags = List.copyOf(tags);
        failedChecks = List.copyOf(failedChecks);
    }

    /** An anomaly of which nothing is known but its id. */
    public static Anomaly of(AnomalyId id) {
        return new Anomaly(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same anomaly, with what {@code other} knows of it where this knows nothing. */
    public Anomaly or(Anomaly other) {
        return new Anomaly(
                id,
                uuid.or(other::uuid),
                type.or(other::type),
                status.or(other::status),
                weight.or(other::weight),
                fingerprint.or(other::fingerprint),
                description.or(other::description),
                datastore.or(other::datastore),
                container.or(other::container),
                fields.isEmpty() ? other.fields : fields,
                tags.isEmpty() ? other.tags : tags,
                failedChecks.isEmpty() ? other.failedChecks : failedChecks,
                detectedAt.or(other::detectedAt),
                link.or(other::link));
    }

    /** The same anomaly in the datastore where it is known to lie. */
    public Anomaly in(Optional<Datastore> known) {
        return new Anomaly(
                id,
                uuid,
                type,
                status,
                weight,
                fingerprint,
                description,
                known,
                container,
                fields,
                tags,
                failedChecks,
                detectedAt,
                link);
    }

    /** The same anomaly in another status. */
    public Anomaly in(Status now) {
        return new Anomaly(
                id,
                uuid,
                type,
                Optional.of(now.label()),
                weight,
                fingerprint,
                description,
                datastore,
                container,
                fields,
                tags,
                failedChecks,
                detectedAt,
                link);
    }

    /** Where the data lies. */
    public record Datastore(String id, Optional<String> name) {}

    /**
     * A quality check that did not hold.
     *
     * @param ruleType what kind of check it is, such as {@code notNull}
     */
    public record FailedCheck(Optional<String> id, Optional<String> name, Optional<String> ruleType) {}
}
