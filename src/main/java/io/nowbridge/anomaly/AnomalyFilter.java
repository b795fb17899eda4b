package io.nowbridge.anomaly;

import java.util.Optional;

/**
 * Which anomalies are wanted: the open or the archived ones, of those one status, and of those one datastore's.
 *
 * @param datastore its id at the platform
 */
public record AnomalyFilter(boolean archived, Optional<Status> status, Optional<String> datastore) {

    /** Those that somebody still has to judge or to mend. */
    public static final AnomalyFilter OPEN = new AnomalyFilter(false, Optional.empty(), Optional.empty());

    public static final AnomalyFilter ARCHIVED = new AnomalyFilter(true, Optional.empty(), Optional.empty());

    public static AnomalyFilter in(Status status) {
        return new AnomalyFilter(status.isArchived(), Optional.of(status), Optional.empty());
    }

    /** The same, of one datastore alone. */
    public AnomalyFilter of(String only) {
        return new AnomalyFilter(archived, status, Optional.of(only));
    }
}
