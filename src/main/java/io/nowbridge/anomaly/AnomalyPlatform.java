package io.nowbridge.anomaly;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where anomalies are found and people judge them.
 *
 * <p>Every operation fails with a {@link io.nowbridge.connection.ConnectedSystemException} and with nothing else.
 */
public interface AnomalyPlatform {

    ConnectionId connection();

    /** What the platform calls itself in the words that tickets are given. */
    String name();

    /** Reads an anomaly, open or archived, and gives it the id that it was asked for by; empty if there is none that we may see. */
    Uni<Optional<Anomaly>> read(AnomalyId id);

    /**
     * Some of the anomalies that {@code filter} lets through, the newest first: the {@code number}th excerpt, from 1, of a size
     * that is always the same. What is found meanwhile moves the rest, so that one may come in two of them.
     */
    Uni<Excerpt> newest(AnomalyFilter filter, int number);

    /** Some anomalies of a list. */
    record Excerpt(List<Anomaly> anomalies, boolean isLast) {

        public Excerpt {
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * The anomalies found since {@code since}: those that are open, and then the archived ones, each the oldest first; a page
     * at a time as they are consumed. One that is archived meanwhile may come twice.
     */
    Multi<Anomaly> foundSince(Instant since);

    /** The anomalies found from {@code from} until before {@code to}, in the same way. */
    Multi<Anomaly> foundBetween(Instant from, Instant to);

    /** Marks an anomaly as {@link Status#ACTIVE} or {@link Status#ACKNOWLEDGED}. Safe to repeat. */
    Uni<Void> reopen(AnomalyId id, Status status);

    /** Archives an anomaly with a status that says why; never deletes it. Safe to repeat. */
    Uni<Void> archive(AnomalyId id, Status status);

    /** Adds a comment, and returns the platform's id of it. Not safe to repeat: look with {@link #findComment} first. */
    Uni<String> comment(AnomalyId id, String text);

    /** The id of the comment of an anomaly that ends with {@code reference}, if there is one. */
    Uni<Optional<String>> findComment(AnomalyId id, String reference);
}
