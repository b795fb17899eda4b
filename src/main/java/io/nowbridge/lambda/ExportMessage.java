package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Reads which export a message of a queue is about: {@code {"export": "..."}}.
 *
 * <p>Only we write to the queue, so a message of another form is a bug: it fails, and ends as a dead letter.
 */
@Singleton
public final class ExportMessage {

    private final ObjectReader json;

    ExportMessage(ObjectMapper json) {
        this.json = json.readerFor(Body.class);
    }

    @RegisterForReflection
    record Body(@Nullable String export) {}

    String read(SQSMessage message) {
        var body = body(message);
        if (body == null || body.export == null) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " names no export");
        }
        return body.export;
    }

    private @Nullable Body body(SQSMessage message) {
        try {
            return json.readValue(message.getBody());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " is no export's", e);
        }
    }
}
