package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What came back. */
record Incoming(HttpResponse<byte[]> response) {

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    byte[] bytes() {
        return response.body();
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    JsonObject json() {
        return new JsonObject(body());
    }

    JsonObject result() {
        return json().getJsonObject("result");
    }

    JsonArray results() {
        return json().getJsonArray("result");
    }

    /** The one field of the rows of a list. */
    List<Object> all(String field) {
        return results().stream().map(row -> ((JsonObject) row).getValue(field)).toList();
    }

    /** What went wrong, in a word. */
    String message() {
        return error().getString("message");
    }

    /** What went wrong, at length. */
    String detail() {
        return error().getString("detail");
    }

    /** The body of an answer that says what went wrong; the detail is JSON. */
    static String failure(String message, String detail) {
        return "{\"error\":{\"message\":\"%s\",\"detail\":%s},\"status\":\"failure\"}".formatted(message, detail);
    }

    private JsonObject error() {
        return json().getJsonObject("error", new JsonObject());
    }
}
