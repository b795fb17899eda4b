package io.nowbridge.sync;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What keeping in step remembers from one time to the next: how far it has come, and what was its own doing. */
public interface Marks {

    Uni<Optional<String>> find(String name);

    /** Keeps a mark, until {@code until} where that is given. */
    Uni<Void> keep(String name, String value, Optional<Instant> until);

    /**
     * Keeps a mark in the place of the one that says {@code before}, or where there is none yet; false, and nothing kept, if
     * there is another one by now.
     */
    Uni<Boolean> replace(String name, Optional<String> before, String value, Optional<Instant> until);
}
