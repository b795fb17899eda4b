package io.nowbridge.qualytics;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The anomalies that the token's owner may see.
 *
 * <p>Every operation fails with a {@link QualyticsException} and with nothing else.
 */
public interface Anomalies {

    /** Reads an anomaly, open or archived. */
    Uni<Optional<Anomaly>> find(AnomalyKey key);

    /** How many open ones there are to see. */
    Uni<Long> count();

    /** Those wanted, the newest first: the {@code number}th part, from 1, of as many as the settings say. */
    Uni<Part> newest(Wanted wanted, int number);

    /**
     * Which are wanted.
     *
     * @param status as Qualytics writes it
     * @param datastore its number
     */
    record Wanted(boolean archived, Optional<String> status, Optional<String> datastore) {}

    /** Some of a list. */
    record Part(List<Anomaly> anomalies, boolean isLast) {

        public Part {
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * The open ones that were found on {@code day} or later, and then the archived ones, each the oldest first; a page at a
     * time as they are consumed. Where the instance's days begin is not documented: ask for a day more.
     */
    Multi<Anomaly> foundSince(LocalDate day);

    /** The same of those that were found on {@code last} or earlier too: here as well, ask for a day more. */
    Multi<Anomaly> foundBetween(LocalDate first, LocalDate last);

    /** Marks an anomaly. Safe to repeat. */
    Uni<Void> mark(AnomalyKey key, OpenStatus status);

    /** Archives an anomaly. Safe to repeat. */
    Uni<Void> archive(AnomalyKey key, ArchivedStatus status);
}
