package io.nowbridge.sync;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What keeping in step remembers from one time to the next: how far it has come, and what was its own doing. */
public interface Marks {

    Uni<Optional<String>> find(String name);

    /** Keeps a mark, until {@code until} where that is given. */
    Uni<Void> keep(String name, String value, Optional<Instant> until);

    /** Forgets a mark if it still says {@code value}; false if it does not. */
    Uni<Boolean> use(String name, String value);
}
