package io.nowbridge.anomaly;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an anomaly is in its life.
 *
 * <p>Source: Qualytics user guide, "Anomaly status": the first two are open, the others archived.
 */
public enum Status {
    ACTIVE("Active"),
    ACKNOWLEDGED("Acknowledged"),
    RESOLVED("Resolved"),
    DUPLICATE("Duplicate"),
    INVALID("Invalid"),
    DISCARDED("Discarded");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** As the platform writes it. */
    public String label() {
        return label;
    }

    public boolean isArchived() {
        return switch (this) {
            case ACTIVE, ACKNOWLEDGED -> false;
            case RESOLVED, DUPLICATE, INVALID, DISCARDED -> true;
        };
    }

    /** The status that is written so, in any case. */
    public static Optional<Status> labelled(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(status -> status.label.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }
}
