package io.nowbridge.local.servicenow;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What the instance answers.
 *
 * @param took how long it works on it before it answers
 */
record Answer(int status, MultiMap headers, Buffer body, Duration took) {

    Answer(int status, MultiMap headers, Buffer body) {
        this(status, headers, body, Duration.ZERO);
    }

    static final String JSON = "application/json;charset=UTF-8";

    static Answer of(int status, String contentType, Buffer body) {
        return new Answer(status, MultiMap.caseInsensitiveMultiMap().set("Content-Type", contentType), body);
    }

    static Answer json(int status, JsonObject body) {
        return of(status, JSON, body.toBuffer());
    }

    static Answer result(int status, Object result) {
        return json(status, new JsonObject().put("result", result));
    }

    static Answer empty(int status) {
        return new Answer(status, MultiMap.caseInsensitiveMultiMap(), Buffer.buffer());
    }

    Answer withoutBody() {
        return new Answer(status, headers, Buffer.buffer(), took);
    }

    Answer after(Duration time) {
        return new Answer(status, headers, body, time);
    }

    Answer with(String header, String value) {
        headers.set(header, value);
        return this;
    }
}
