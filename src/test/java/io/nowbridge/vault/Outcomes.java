package io.nowbridge.vault;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How calls end. */
final class Outcomes {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Outcomes() {}

    static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(PATIENCE);
    }

    static VaultException failureOf(Uni<?> call) {
        return catchThrowableOfType(VaultException.class, () -> itemOf(call));
    }
}
