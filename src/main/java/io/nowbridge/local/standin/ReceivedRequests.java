package io.nowbridge.local.standin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What was received: how many of each method; and, oldest first, the newest 1000 requests, 16 KiB of each body, without
 * anyone's secrets.
 */
final class ReceivedRequests {

    private static final String ENTRY = ReceivedRequests.class.getName();
    private static final int KEPT = 1000;
    private static final int BODY_KEPT = 16 * 1024;
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "x-sn-apikey", "secret", "apiintegrationcode");

    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("((?:^|&)(?:password|client_secret|refresh_token|assertion|token|x-sn-apikey)=)[^&]*");

    // XML services take theirs in the body.
    private static final Pattern SECRET_ELEMENT = Pattern.compile("(<(?i:password)>)[^<]*");

    private final Deque<JsonObject> received = new ArrayDeque<>();
    private final Map<String, Integer> totals = new TreeMap<>();

    synchronized void add(RoutingContext context, Instant at) {
        if (received.size() == KEPT) {
            received.removeFirst();
        }
        var request = context.request();
        totals.merge(request.method().name(), 1, Integer::sum);
        var body = Optional.ofNullable(context.body().asString()).orElse("");
        var entry = new JsonObject()
                .put("time", at.toString())
                .put("method", request.method().name())
                .put("path", request.path())
                .put(
                        "query",
                        withoutSecrets(Optional.ofNullable(request.query()).orElse("")))
                .put("headers", headers(context))
                .put("body", withoutSecrets(body.substring(0, Math.min(body.length(), BODY_KEPT))))
                .put("reached", false);
        context.put(ENTRY, entry);
        received.addLast(entry);
    }

    /** Notes that a request has reached the handler, which a delayed one does after its caller may have left. */
    synchronized void reached(RoutingContext context) {
        Optional.ofNullable(context.<JsonObject>get(ENTRY)).ifPresent(entry -> entry.put("reached", true));
    }

    synchronized JsonArray toJson() {
        return new JsonArray(received.stream().map(JsonObject::copy).toList());
    }

    synchronized JsonObject totals() {
        var json = new JsonObject();
        totals.forEach(json::put);
        return json;
    }

    synchronized void clear() {
        totals.clear();
        received.clear();
    }

    private static String withoutSecrets(String text) {
        var elements = SECRET_ELEMENT.matcher(text).replaceAll("$1(redacted)");
        return SECRET_PARAMETER.matcher(elements).replaceAll("$1(redacted)");
    }

    private static JsonObject headers(RoutingContext context) {
        var headers = new JsonObject();
        context.request()
                .headers()
                .forEach((name, value) ->
                        headers.put(name, SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "(redacted)" : value));
        return headers;
    }
}
