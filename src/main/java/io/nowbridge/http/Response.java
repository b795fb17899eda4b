package io.nowbridge.http;

import io.vertx.core.MultiMap;
import java.util.Optional;

/** What came back over the wire, whatever it means; {@code headers} by name in any case. */
public record Response(int status, MultiMap headers, String body) {

    /** Whether nobody was let in, and so nothing carried out. */
    public boolean isRefusal() {
        return status == 401;
    }

    /** A header's value; the first one if it came more than once. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
