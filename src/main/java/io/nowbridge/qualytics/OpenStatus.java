package io.nowbridge.qualytics;

/** What an anomaly can be marked as that somebody has to look at yet. */
public enum OpenStatus {
    ACTIVE("Active"),
    ACKNOWLEDGED("Acknowledged");

    private final String label;

    OpenStatus(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
