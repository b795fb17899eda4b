package io.nowbridge.activity;

/** How an action ended, in the words that the log shows. */
public enum Result {
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
