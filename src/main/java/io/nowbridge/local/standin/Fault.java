package io.nowbridge.local.standin;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One way to misbehave, for which requests, and how many of them ({@code times} of 0 or less: until cleared). */
public record Fault(
        Match match,
        Kind kind,
        Optional<Integer> status,
        Map<String, String> headers,
        Optional<Buffer> body,
        Duration delay,
        int times) {

    private static final String HIBERNATING = """
            <!DOCTYPE html><html><head><title>Instance Hibernating page</title></head>
            <body><h1>Your instance is hibernating.</h1><p>Sign in to wake it.</p></body></html>
            """;

    /** What goes wrong; the kinds that let the request through first are where duplicates are born. */
    public enum Kind {
        /** Answers the status without handling the request. */
        STATUS,
        /** Waits, then handles. */
        DELAY,
        /** Handles, waits, then answers. */
        DELAY_AFTER_WRITE,
        /** Cuts the connection without handling. */
        RESET,
        /** Handles, announces the whole answer, sends half of it and cuts the connection. */
        TRUNCATE,
        /** Answers a page of HTML without handling, as a hibernating instance does. */
        HTML,
        /** Handles, then cuts the connection without an answer. */
        DROP_AFTER_WRITE,
        /** Handles, then answers the status. */
        STATUS_AFTER_WRITE;

        boolean handlesFirst() {
            return switch (this) {
                case DELAY_AFTER_WRITE, TRUNCATE, DROP_AFTER_WRITE, STATUS_AFTER_WRITE -> true;
                case STATUS, DELAY, RESET, HTML -> false;
            };
        }

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String wireName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("fault must be one of "
                            + Arrays.stream(values()).map(Kind::wireName).collect(Collectors.joining(", "))));
        }
    }

    /**
     * Which requests a fault strikes.
     *
     * <p>{@code path} is a prefix of the request's path, or, when it holds a {@code *}, a pattern of all of it in which
     * each {@code *} stands for any text.
     */
    public record Match(Optional<String> method, String path, Optional<HeaderMatch> header) {

        boolean matches(String requestMethod, String requestPath, MultiMap headers) {
            return method.map(requestMethod::equalsIgnoreCase).orElse(true)
                    && pathMatches(requestPath)
                    && header.map(expected -> expected.value().equals(headers.get(expected.name())))
                            .orElse(true);
        }

        private boolean pathMatches(String requested) {
            return path.contains("*")
                    ? requested.matches("\\Q" + path.replace("*", "\\E.*\\Q") + "\\E")
                    : requested.startsWith(path);
        }
    }

    public record HeaderMatch(String name, String value) {}

    /** Reads a fault; an {@link IllegalArgumentException} says which part of it cannot be meant. */
    static Fault parse(JsonObject json) {
        FaultJson.refuseUnknownKeys(json, "", "match", "fault", "status", "headers", "body", "delayMs", "times");
        var kind = Kind.of(FaultJson.text(json, "fault").orElse(""));
        var status = FaultJson.number(json, "status");
        if (status.isEmpty() && (kind == Kind.STATUS || kind == Kind.STATUS_AFTER_WRITE)) {
            throw new IllegalArgumentException(kind.wireName() + " needs a status");
        }
        if (status.filter(code -> code < 200 || code > 599).isPresent()) {
            throw new IllegalArgumentException("status must be between 200 and 599");
        }
        return new Fault(
                match(FaultJson.object(json, "match").orElseGet(JsonObject::new)),
                kind,
                status,
                headers(FaultJson.object(json, "headers").orElseGet(JsonObject::new)),
                FaultJson.body(json),
                Duration.ofMillis(FaultJson.number(json, "delayMs").orElse(0)),
                FaultJson.number(json, "times").orElse(1));
    }

    /** What the kind {@link Kind#HTML} answers. */
    public Buffer page() {
        return body.orElseGet(() -> Buffer.buffer(HIBERNATING));
    }

    JsonObject toJson() {
        var json = new JsonObject()
                .put("match", new JsonObject().put("path", match.path()))
                .put("fault", kind.wireName())
                .put("delayMs", delay.toMillis())
                .put("times", times);
        match.method().ifPresent(method -> json.getJsonObject("match").put("method", method));
        status.ifPresent(code -> json.put("status", code));
        return json;
    }

    Fault once() {
        return new Fault(match, kind, status, headers, body, delay, times - 1);
    }

    private static Match match(JsonObject json) {
        FaultJson.refuseUnknownKeys(json, "match.", "method", "path", "header");
        return new Match(
                FaultJson.text(json, "method"),
                FaultJson.text(json, "path").orElse("/"),
                FaultJson.object(json, "header")
                        .map(header -> new HeaderMatch(
                                FaultJson.text(header, "name")
                                        .orElseThrow(
                                                () -> new IllegalArgumentException("match.header.name is missing")),
                                FaultJson.text(header, "value").orElse(""))));
    }

    private static Map<String, String> headers(JsonObject json) {
        var headers = new TreeMap<String, String>();
        json.forEach(entry -> headers.put(entry.getKey(), String.valueOf(entry.getValue())));
        return headers;
    }
}
