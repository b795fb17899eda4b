package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.nowbridge.lambda.Problem.FieldError;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Reads an event's body strictly: one JSON object, of at most 256 KiB, without a field that nobody asked for. */
@Singleton
public final class JsonBody {

    private static final int MOST_BYTES = 256 * 1024;

    private final ObjectMapper json;
    private final ObjectReader trees;

    JsonBody(ObjectMapper json) {
        this.json = json;
        this.trees = json.readerFor(JsonNode.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    <T> T read(APIGatewayV2HTTPEvent event, Class<T> type) {
        var bytes = bytes(event);
        if (bytes.length > MOST_BYTES) {
            throw BadRequestException.tooLarge(MOST_BYTES);
        }
        var object = object(bytes);
        var unknown = UnknownFields.of(object, type).stream()
                .map(field -> new FieldError(field, "is not a field of this request"))
                .toList();
        if (!unknown.isEmpty()) {
            throw BadRequestException.naming(unknown);
        }
        try {
            return json.treeToValue(object, type);
        } catch (JsonMappingException e) {
            throw BadRequestException.naming(List.of(new FieldError(path(e), "has a value of the wrong type")));
        } catch (JsonProcessingException e) {
            throw BadRequestException.unreadable("The body is not what this request takes");
        }
    }

    private JsonNode object(byte[] bytes) {
        try {
            JsonNode tree = trees.readValue(bytes);
            if (!tree.isObject()) {
                throw BadRequestException.unreadable("The body is not a JSON object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw BadRequestException.unreadable(
                    "The body is not JSON: see line %d, column %d".formatted(place.getLineNr(), place.getColumnNr()));
        } catch (IOException e) {
            throw BadRequestException.unreadable("The body cannot be read");
        }
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        var body = event.getBody();
        if (body == null || body.isBlank()) {
            throw BadRequestException.unreadable("The body is empty");
        }
        if (!event.getIsBase64Encoded()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw BadRequestException.unreadable("The body is not the Base64 that it is said to be");
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .substring(1);
    }
}
