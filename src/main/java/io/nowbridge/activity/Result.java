package io.nowbridge.activity;

/** How far an action has come, in the words that the log shows. */
public enum Result {
    /** It has not ended yet. */
    UNDER_WAY("Under way"),
    SUCCESS("Success"),
    PARTIAL_SUCCESS("Partial success"),
    FAILED("Failed");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
