package io.nowbridge.local.qualytics;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A request that is not carried out, worded as FastAPI does: {@code {"detail": ...}}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Object detail;

    private Refusal(int status, Object detail) {
        super(detail.toString(), null, false, false);
        this.status = status;
        this.detail = detail;
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, detail);
    }

    static Refusal noSuchAnomaly() {
        return of(404, "Anomaly not found");
    }

    /** A flaw of the request, in a place such as {@code query} or {@code body}. */
    static Refusal flaw(String place, String field, String message) {
        var flaw = new JsonObject()
                .put("type", "value_error")
                .put("loc", new JsonArray().add(place).add(field))
                .put("msg", message);
        return new Refusal(422, new JsonArray().add(flaw));
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return new JsonObject().put("detail", detail);
    }
}
