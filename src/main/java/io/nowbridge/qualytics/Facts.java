package io.nowbridge.qualytics;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what is known of anomalies and comments out of JSON; what is missing, or has another shape, is left out. */
final class Facts {

    private Facts() {}

    /** An anomaly has a number at least; an {@link IllegalArgumentException} says where it has none. */
    static Anomaly anomaly(JsonNode json) {
        if (!json.path("id").isIntegralNumber()) {
            throw new IllegalArgumentException("an anomaly without a number");
        }
        return new Anomaly(
                json.path("id").longValue(),
                text(json, "uuid"),
                text(json, "type"),
                text(json, "status"),
                Optional.of(json.path("weight"))
                        .filter(JsonNode::canConvertToInt)
                        .map(JsonNode::intValue),
                text(json, "fingerprint"),
                text(json, "description"),
                place(json.path("datastore")),
                place(json.path("container")),
                elements(json.path("global_tags"))
                        .flatMap(tag -> text(tag, "name").stream())
                        .toList(),
                elements(json.path("failed_checks")).map(Facts::failedCheck).toList(),
                instant(json, "created"),
                Optional.of(json.path("comments"))
                        .filter(JsonNode::isArray)
                        .map(comments -> elements(comments).map(Facts::comment).toList()));
    }

    static Comment comment(JsonNode json) {
        return new Comment(
                text(json, "id").orElseThrow(() -> new IllegalArgumentException("a comment without an id")),
                text(json, "anomaly_id"),
                instant(json, "created"),
                text(json.path("user"), "name").or(() -> text(json.path("user"), "email")),
                text(json, "message").orElse(""));
    }

    private static Anomaly.FailedCheck failedCheck(JsonNode json) {
        var check = json.path("quality_check");
        return new Anomaly.FailedCheck(
                text(check, "id"),
                text(check, "description"),
                text(check, "rule_type"),
                text(json, "message"),
                elements(check.path("fields"))
                        .flatMap(field -> text(field, "name").stream())
                        .toList());
    }

    private static Optional<Anomaly.Place> place(JsonNode json) {
        return text(json, "id").map(id -> new Anomaly.Place(id, text(json, "name")));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.of(json.path(field))
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    // Its documents show both: with an offset, and without one, which Python writes for UTC.
    private static Optional<Instant> instant(JsonNode json, String field) {
        return text(json, field).flatMap(written -> {
            try {
                return Optional.of(
                        written.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                                ? OffsetDateTime.parse(written).toInstant()
                                : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException notAnInstant) {
                return Optional.empty();
            }
        });
    }

    private static Stream<JsonNode> elements(JsonNode json) {
        return json.isArray() ? StreamSupport.stream(json.spliterator(), false) : List.<JsonNode>of().stream();
    }
}
