package io.nowbridge.activity;

/** The kinds of action that the log tells apart. */
public enum Operation {
    TICKET("Ticket"),
    CONNECTION_CHANGE("Connection change"),
    TEMPLATE_CHANGE("Template change");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
