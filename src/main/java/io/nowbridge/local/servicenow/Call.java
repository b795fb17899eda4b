package io.nowbridge.local.servicenow;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the instance sees it, whether it came through a socket or out of a batch.
 *
 * @param method the one that is meant, which {@code X-HTTP-Method-Override} may give, in capitals
 * @param uri path and query as sent
 * @param query decoded, the last of several values of one name
 */
record Call(String method, String uri, String path, Map<String, String> query, MultiMap headers, Buffer body) {

    static Call of(String method, String uri, MultiMap headers, Buffer body) {
        // A semicolon separates nothing here: ServiceNow's queries may hold one.
        var decoder = new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, Integer.MAX_VALUE, true);
        var query = new LinkedHashMap<String, String>();
        try {
            decoder.parameters().forEach((name, values) -> query.put(name, values.getLast()));
        } catch (IllegalArgumentException halfAnEscape) {
            throw Refusal.unknownUri();
        }
        var meant = Optional.ofNullable(headers.get("X-HTTP-Method-Override")).orElse(method);
        return new Call(meant.toUpperCase(Locale.ROOT), uri, decoder.path(), query, headers, body);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Call without(String parameter) {
        var others = new LinkedHashMap<>(query);
        others.remove(parameter);
        return new Call(method, uri, path, others, headers, body);
    }

    boolean flag(String name) {
        return parameter(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isRead() {
        return verb().equals("GET");
    }

    /** The method, except that HEAD is the GET it is in all but its answer's body. */
    String verb() {
        return isHead() ? "GET" : method;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
