package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads an event's body strictly: one JSON object, of at most 256 KiB, without a field that nobody asked for. */
@Singleton
public final class JsonBody {

    private static final int MOST_BYTES = 256 * 1024;

    private final ObjectReader known;
    private final ObjectReader trees;

    JsonBody(ObjectMapper json) {
        this.known = json.reader()
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        this.trees = json.readerFor(JsonNode.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Reads the body; a field that {@code type} does not have is refused in {@code fields}, beside what else is wrong. */
    <T> T read(APIGatewayV2HTTPEvent event, Class<T> type, Fields fields) {
        var bytes = bytes(event);
        if (bytes.length > MOST_BYTES) {
            throw RefusedException.tooLarge(MOST_BYTES);
        }
        var object = object(bytes);
        UnknownFields.of(object, type).forEach(field -> fields.refuse(field, "is not a field of this request"));
        try {
            return known.forType(type).readValue(object);
        } catch (JsonMappingException e) {
            throw fields.refusing(path(e), "has a value of the wrong type");
        } catch (IOException e) {
            throw RefusedException.unreadable("The body is not what this request takes");
        }
    }

    /** Reads a body that may be left out. */
    <T> Optional<T> readAny(APIGatewayV2HTTPEvent event, Class<T> type, Fields fields) {
        var body = event.getBody();
        return body == null || body.isBlank() ? Optional.empty() : Optional.of(read(event, type, fields));
    }

    private JsonNode object(byte[] bytes) {
        try {
            JsonNode tree = trees.readValue(bytes);
            if (!tree.isObject()) {
                throw RefusedException.unreadable("The body is not a JSON object");
            }
            // JSON can escape half a character, which UTF-8 has no way to write: on its way it would become a question
            // mark.
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(tree.toString())) {
                throw RefusedException.unreadable("The body has half a character in it, a surrogate without the other");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw RefusedException.unreadable("The body is nested too deeply, or has a name or a number too long");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw RefusedException.unreadable(
                    "The body is not JSON: see line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw RefusedException.unreadable("The body cannot be read");
        }
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        var body = event.getBody();
        if (body == null || body.isBlank()) {
            throw RefusedException.unreadable("The body is empty");
        }
        if (!event.getIsBase64Encoded()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw RefusedException.unreadable("The body is not the Base64 that it is said to be");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
