package io.nowbridge.servicenow;

import io.nowbridge.http.Response;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Lets requests in. */
interface Authorization {

    /**
     * Sends a request with the pass that it is handed, and again with another one where the first was refused and there is
     * another: a request that is refused has not been carried out, so this holds for writes as well.
     */
    Uni<Response> admit(Function<Pass, Uni<Response>> request);
}
