package io.nowbridge.activity;

/** The kinds of action that the log tells apart. */
public enum Operation {
    TICKET("Ticket"),
    LINK("Link"),
    NOTE("Note"),
    STATUS_UPDATE("Status update"),
    PRODUCT_SYNC("Product synchronisation"),
    ORDER("Order submission"),
    ORDER_STATUS("Order status"),
    REPLAY("Replay"),
    EXPORT("Export"),
    CONNECTION_CHANGE("Connection change"),
    TEMPLATE_CHANGE("Template change"),
    RULE_CHANGE("Rule change"),
    ACCESS_CHANGE("Access change");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
