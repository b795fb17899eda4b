package io.nowbridge.local.servicenow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads a body as the instance's parser does: single quotes are welcome, and of several records only the first counts. */
final class LenientJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LenientJson() {}

    static Map<String, Object> object(Buffer body) {
        try {
            var text = body.toString(StandardCharsets.UTF_8).strip();
            if (text.isEmpty()) {
                return Map.of();
            }
            return text.startsWith("[")
                    ? MAPPER.readValue(text, new TypeReference<List<Map<String, Object>>>() {}).stream()
                            .findFirst()
                            .orElse(Map.of())
                    : MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException notJson) {
            throw unreadable();
        }
    }

    /** The objects of a list; no list is an empty one. */
    static List<JsonObject> objects(JsonObject json, String key) {
        return switch (json.getValue(key)) {
            case null -> List.of();
            case JsonArray list
            when list.stream().allMatch(JsonObject.class::isInstance) ->
                list.stream().map(JsonObject.class::cast).toList();
            default -> throw unreadable();
        };
    }

    private static Refusal unreadable() {
        return Refusal.of(400, "Exception while reading request", "The payload is not valid JSON.");
    }
}
