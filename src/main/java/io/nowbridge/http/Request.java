package io.nowbridge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/** What goes over the wire to a server; nothing of it but method and path shows in {@code toString}. */
public record Request(HttpMethod method, String path, String query, MultiMap headers, Optional<Buffer> body) {

    /** Asks for what is there. */
    public static Request get(String path, Map<String, String> parameters) {
        return new Request(HttpMethod.GET, path, encoded(parameters), accepting(), Optional.empty());
    }

    /** Sends values as JSON. */
    public static Request json(HttpMethod method, String path, Map<String, String> parameters, Map<String, ?> values) {
        var headers = accepting().add("Content-Type", "application/json");
        return new Request(method, path, encoded(parameters), headers, Optional.of(Json.encodeToBuffer(values)));
    }

    /** Deletes what is there; ServiceNow wants both headers even so. */
    public static Request delete(String path, Map<String, String> parameters) {
        var headers = accepting().add("Content-Type", "application/json");
        return new Request(HttpMethod.DELETE, path, encoded(parameters), headers, Optional.empty());
    }

    /** Posts a form. */
    public static Request form(String path, Map<String, String> fields) {
        var headers = accepting().add("Content-Type", "application/x-www-form-urlencoded");
        return new Request(HttpMethod.POST, path, "", headers, Optional.of(Buffer.buffer(encoded(fields))));
    }

    /** Asks what there would be to get, and gets nothing of it. */
    public static Request head(String path) {
        return new Request(HttpMethod.HEAD, path, "", MultiMap.caseInsensitiveMultiMap(), Optional.empty());
    }

    /** Asks for a file, of whatever type. */
    public static Request file(String path) {
        return new Request(HttpMethod.GET, path, "", MultiMap.caseInsensitiveMultiMap(), Optional.empty());
    }

    /** Posts a document. */
    public static Request xml(String path, String document) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Accept", "text/xml, application/xml")
                .add("Content-Type", "text/xml; charset=UTF-8");
        return new Request(HttpMethod.POST, path, "", headers, Optional.of(Buffer.buffer(document)));
    }

    /** The same with a header more. */
    public Request with(String header, String value) {
        var more = MultiMap.caseInsensitiveMultiMap().addAll(headers).set(header, value);
        return new Request(method, path, query, more, body);
    }

    /** Path and query. */
    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static MultiMap accepting() {
        return MultiMap.caseInsensitiveMultiMap().add("Accept", "application/json");
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> URLEncoder.encode(parameter.getKey(), UTF_8) + "="
                        + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(joining("&"));
    }

    @Override
    public String toString() {
        return "Request[" + method + " " + path + "]";
    }
}
