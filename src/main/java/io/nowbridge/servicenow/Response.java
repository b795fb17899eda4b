package io.nowbridge.servicenow;

import io.vertx.core.MultiMap;
import java.util.Optional;

/** What came back over the wire, whatever it means; {@code headers} by name in any case. */
record Response(int status, MultiMap headers, String body) {

    /** A header's value; the first one if it came more than once. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
