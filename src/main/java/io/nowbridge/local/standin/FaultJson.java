package io.nowbridge.local.standin;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads the parts of a fault, refusing what has the wrong shape in words its author can act on. */
final class FaultJson {

    private FaultJson() {}

    static void refuseUnknownKeys(JsonObject json, String prefix, String... known) {
        for (var key : json.fieldNames()) {
            if (!List.of(known).contains(key)) {
                throw new IllegalArgumentException(
                        prefix + key + " is not known; known are " + String.join(", ", known));
            }
        }
    }

    static Optional<String> text(JsonObject json, String key) {
        return value(json, key, String.class, "a string");
    }

    static Optional<Integer> number(JsonObject json, String key) {
        return value(json, key, Integer.class, "a whole number");
    }

    static Optional<JsonObject> object(JsonObject json, String key) {
        return value(json, key, JsonObject.class, "an object");
    }

    /** The body to answer with: a string as it is, anything else as JSON. */
    static Optional<Buffer> body(JsonObject json) {
        return switch (json.getValue("body")) {
            case null -> Optional.empty();
            case String text -> Optional.of(Buffer.buffer(text));
            case JsonObject object -> Optional.of(object.toBuffer());
            default -> throw new IllegalArgumentException("body must be a string or an object");
        };
    }

    private static <T> Optional<T> value(JsonObject json, String key, Class<T> type, String wanted) {
        var value = json.getValue(key);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(key + " must be " + wanted);
        }
        return Optional.ofNullable(value).map(type::cast);
    }
}
