package io.nowbridge.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a team may do with a datastore, strongest first: each right contains those after it.
 *
 * <p>Source: Qualytics user guide, "Permissions" of the ticketing integrations.
 */
public enum TeamRight {
    EDITOR,
    AUTHOR,
    DRAFTER,
    VIEWER,
    REPORTER;

    public boolean contains(TeamRight other) {
        return compareTo(other) <= 0;
    }

    /** As it is written in requests and answers: {@code author}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it: Author. */
    public String title() {
        return name().charAt(0) + label().substring(1);
    }

    public static Optional<TeamRight> labelled(String label) {
        return Stream.of(values()).filter(right -> right.label().equals(label)).findFirst();
    }
}
