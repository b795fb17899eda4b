package io.nowbridge.local.servicenow;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** What the instance answers. */
record Answer(int status, MultiMap headers, Buffer body) {

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
        return new Answer(status, headers, Buffer.buffer());
    }

    Answer with(String header, String value) {
        headers.set(header, value);
        return this;
    }
}
