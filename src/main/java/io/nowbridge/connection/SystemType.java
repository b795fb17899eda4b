package io.nowbridge.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of system that can be connected. */
public enum SystemType {
    SERVICENOW("ServiceNow", Kind.DESK),
    AUTOTASK("Autotask PSA", Kind.DESK),
    QUALYTICS("Qualytics", Kind.ANOMALY_PLATFORM),
    TDSYNNEX("TD SYNNEX", Kind.DISTRIBUTOR),
    /** Any distributor that hands over a file of columns. */
    CSV("CSV price list", Kind.DISTRIBUTOR);

    private final String title;
    private final Kind kind;

    SystemType(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** As it is written in requests and answers: {@code servicenow}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SystemType> labelled(String label) {
        return Stream.of(values()).filter(type -> type.label().equals(label)).findFirst();
    }
}
