package io.nowbridge.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A message as it came in, before anybody believes it. */
public final class Incoming {

    /** The most bytes that a body may have; a platform that has more to say sends several. */
    public static final int MOST_BYTES = 256 * 1024;

    private final Map<String, String> headers;
    private final byte[] body;

    /** The headers' names are in lower case, as API Gateway hands them over; the body is as it was sent, byte for byte. */
    public Incoming(Map<String, String> headers, byte[] body) {
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    boolean isTooLarge() {
        return body.length > MOST_BYTES;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    byte[] body() {
        return body.clone();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
