package io.nowbridge.egress;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The destinations that the operator vouches for. */
record AllowList(Set<Destination> destinations) {

    /** Reads entries of the form {@code scheme://host:port}; a malformed one is named. */
    static AllowList parse(Collection<String> entries) {
        return new AllowList(entries.stream().map(AllowList::entry).collect(Collectors.toUnmodifiableSet()));
    }

    boolean contains(Destination destination) {
        return destinations.contains(destination);
    }

    private static Destination entry(String text) {
        var destination = destination(text);
        if (!destination.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(malformed(text) + ", such as " + destination);
        }
        return destination;
    }

    private static Destination destination(String text) {
        try {
            return Destination.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(malformed(text) + ". " + e.getMessage(), e);
        }
    }

    private static String malformed(String text) {
        return "nowbridge.egress.allow has \"" + text + "\", which is not of the form scheme://host:port";
    }
}
