package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits for what a call comes to. */
final class Outcomes {

    static <T> T itemOf(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }

    static ServiceNowException failureOf(Uni<?> call) {
        return catchThrowableOfType(ServiceNowException.class, () -> itemOf(call));
    }

    private Outcomes() {}
}
