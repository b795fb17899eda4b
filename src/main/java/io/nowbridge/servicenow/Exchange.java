package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;

/** Carries one request over the wire and back, in time. */
final class Exchange {

    private final Duration timeout;

    Exchange(Duration timeout) {
        this.timeout = timeout;
    }

    // Not by a guard's time-out, which ends the wait alone: this one gives the request up, and its connection with it.
    Uni<Response> of(Attempt attempt, Supplier<Uni<Response>> request) {
        return Uni.createFrom()
                .deferred(request::get)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(failure -> Failures.silence(attempt, failure));
    }
}
