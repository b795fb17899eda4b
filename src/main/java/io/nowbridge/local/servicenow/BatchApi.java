package io.nowbridge.local.servicenow;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** {@code /api/now/batch}: several calls in one, run one after the other, each with its own outcome. */
final class BatchApi implements Api {

    private final RestApis apis;
    private final InstantSource clock;

    BatchApi(RestApis apis, InstantSource clock) {
        this.apis = apis;
        this.clock = clock;
    }

    @Override
    public Answer answer(Request request) {
        if (!request.call().method().equals("POST") || !request.segments().isEmpty()) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        ContentRules.check(request.call());
        var batch = new JsonObject(LenientJson.object(request.call().body()));
        var serviced = new JsonArray();
        for (var item : LenientJson.objects(batch, "rest_requests")) {
            serviced.add(serve(item, request.caller()));
        }
        return Answer.json(
                200,
                new JsonObject()
                        .put("batch_request_id", String.valueOf(batch.getValue("batch_request_id")))
                        .put("serviced_requests", serviced)
                        .put("unserviced_requests", new JsonArray()));
    }

    private JsonObject serve(JsonObject item, Caller caller) {
        var started = clock.instant();
        var answer = run(item, caller);
        var served = new JsonObject()
                .put("id", String.valueOf(item.getValue("id")))
                .put("body", Base64.getEncoder().encodeToString(answer.body().getBytes()))
                .put("status_code", answer.status())
                .put("status_text", HttpResponseStatus.valueOf(answer.status()).reasonPhrase())
                .put(
                        "execution_time",
                        Duration.between(started, clock.instant()).toMillis());
        if (!item.getBoolean("exclude_response_headers", false)) {
            served.put("headers", headers(answer));
        }
        return served;
    }

    private Answer run(JsonObject item, Caller caller) {
        try {
            var call = call(item);
            if (call.path().endsWith("/batch")) {
                throw Refusal.unknownUri();
            }
            var answer = apis.answer(call, caller, clock.instant());
            return call.isHead() ? answer.withoutBody() : answer;
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static Call call(JsonObject item) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        // Items that bring no Accept get JSON: the real instance's own client sends none.
        headers.set("Accept", "application/json");
        for (var header : LenientJson.objects(item, "headers")) {
            headers.set(header.getString("name", ""), header.getString("value", ""));
        }
        var url = item.getString("url", "");
        return Call.of(item.getString("method", "GET"), url.startsWith("/") ? url : "/" + url, headers, body(item));
    }

    private static Buffer body(JsonObject item) {
        try {
            return Optional.ofNullable(item.getString("body"))
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
