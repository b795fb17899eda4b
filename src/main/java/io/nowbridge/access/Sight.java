package io.nowbridge.access;

import java.util.Set;

/** The datastores whose anomalies somebody may see. */
public sealed interface Sight {

    /** All of them, also those that nobody knows. */
    record Everything() implements Sight {}

    record Only(Set<String> datastores) implements Sight {

        public Only {
            datastores = Set.copyOf(datastores);
        }
    }
}
