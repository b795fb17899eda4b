package io.nowbridge.local.servicenow;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the instance sees it, whether it came through a socket or out of a batch.
 *
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
        var overridden = headers.get("X-HTTP-Method-Override");
        return new Call(overridden == null ? method : overridden, uri, decoder.path(), query, headers, body);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    boolean flag(String name) {
        return parameter(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isRead() {
        return "GET".equals(method) || "HEAD".equals(method);
    }
}
