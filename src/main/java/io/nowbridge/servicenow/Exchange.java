package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Carries one request over the wire and back, in time. */
final class Exchange {

    private final Duration timeout;

    Exchange(Duration timeout) {
        this.timeout = timeout;
    }

    // Not by a guard's time-out, which ends the wait alone: this one gives the request up, and its connection with it.
    Uni<RestResponse<String>> of(Attempt attempt, Supplier<Uni<RestResponse<String>>> request) {
        return Uni.createFrom()
                .deferred(request::get)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .transform(failure -> Failures.silence(attempt, failure));
    }
}
