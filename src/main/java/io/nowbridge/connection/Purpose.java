package io.nowbridge.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a connection is used for; each purpose has one connection by default. */
public enum Purpose {
    /** Tickets for anomalies. */
    TICKETS(Kind.DESK),
    /** Products, purchase orders and what becomes of them. */
    PROCUREMENT(Kind.DESK),
    /** Reading anomalies. */
    ANOMALIES(Kind.ANOMALY_PLATFORM),
    /** Buying: catalogue, orders, shipments. */
    SUPPLY(Kind.DISTRIBUTOR);

    private final Kind kind;

    Purpose(Kind kind) {
        this.kind = kind;
    }

    /** The only kind of system that can serve it. */
    public Kind kind() {
        return kind;
    }

    /** As it is written in requests and answers: {@code tickets}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> labelled(String label) {
        return Stream.of(values())
                .filter(purpose -> purpose.label().equals(label))
                .findFirst();
    }
}
