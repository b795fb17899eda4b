package io.nowbridge.local.qualytics;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an anomaly.
 *
 * @param number counts them all
 * @param comment what was written, if that is what happened
 */
record Happening(Kind kind, int number, Instant at, JsonObject anomaly, Optional<JsonObject> comment) {

    /** What happened. */
    enum Kind {
        CREATED,
        STATUS_CHANGED,
        ARCHIVED,
        COMMENTED
    }
}
