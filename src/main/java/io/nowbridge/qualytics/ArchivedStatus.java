package io.nowbridge.qualytics;

/** Why an anomaly is archived. */
public enum ArchivedStatus {
    RESOLVED("Resolved"),
    DUPLICATE("Duplicate"),
    INVALID("Invalid"),
    DISCARDED("Discarded");

    private final String label;

    ArchivedStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
