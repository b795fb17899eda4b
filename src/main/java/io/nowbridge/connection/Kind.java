package io.nowbridge.connection;

import java.util.Locale;

/** What a connected system is to us. */
public enum Kind {
    /** Where people work: tickets, products and purchase orders are kept there. */
    DESK,
    /** Where anomalies come from. */
    ANOMALY_PLATFORM,
    /** Who sells: its catalogue, orders and shipments are mirrored at a desk. */
    DISTRIBUTOR;

    /** As it is written in requests and answers: {@code anomaly-platform}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
