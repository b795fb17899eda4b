package io.nowbridge.local.servicenow;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** One call of a batch, as it was sent. */
record BatchItem(JsonObject json) {

    String id() {
        return String.valueOf(json.getValue("id"));
    }

    Call call() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        // Items that bring no Accept get JSON: the real instance's own client sends none.
        headers.set("Accept", "application/json");
        for (var header : LenientJson.objects(json, "headers")) {
            headers.set(header.getString("name", ""), header.getString("value", ""));
        }
        var url = json.getString("url", "");
        return Call.of(json.getString("method", "GET"), url.startsWith("/") ? url : "/" + url, headers, body());
    }

    /** What the batch reports of this call. */
    JsonObject served(Answer answer, Duration took) {
        var served = new JsonObject()
                .put("id", id())
                .put("body", Base64.getEncoder().encodeToString(answer.body().getBytes()))
                .put("status_code", answer.status())
                .put("status_text", HttpResponseStatus.valueOf(answer.status()).reasonPhrase())
                .put("execution_time", took.toMillis());
        return json.getBoolean("exclude_response_headers", false) ? served : served.put("headers", headers(answer));
    }

    private Buffer body() {
        try {
            return Optional.ofNullable(json.getString("body"))
                    .map(Base64.getDecoder()::decode)
                    .map(Buffer::buffer)
                    .orElseGet(Buffer::buffer);
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.of(400, "Exception while reading request", "The body is not valid Base64.");
        }
    }

    private static JsonArray headers(Answer answer) {
        var headers = new JsonArray();
        answer.headers()
                .forEach((name, value) ->
                        headers.add(new JsonObject().put("name", name).put("value", value)));
        return headers.add(new JsonObject()
                .put("name", "Content-Length")
                .put("value", String.valueOf(answer.body().length())));
    }
}
