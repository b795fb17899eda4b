package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.nowbridge.http.Unanswered;
import io.nowbridge.http.Wire;
import io.smallrye.mutiny.Uni;

/** The wire to an instance, on which what got lost is told as a {@link ServiceNowException}. */
record Line(Wire wire) {

    /** Sends a request and waits for the whole answer, whatever its status. */
    Uni<Response> send(Attempt attempt, Request request) {
        return wire.send(request).onFailure(Unanswered.class).transform(failure -> Failures.silence(attempt, failure));
    }
}
