package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.RunId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Reads which run, or which chunk of a run, a message of a queue is about: {@code {"run": "..."}} and {@code {"run": "...",
 * "attempt": 1, "place": 0, "part": 0}}.
 *
 * <p>Only we write to the queues, so a message of another form is a bug: it fails, and ends as a dead letter.
 */
@Singleton
public final class RunMessage {

    private final ObjectReader json;

    RunMessage(ObjectMapper json) {
        this.json = json.readerFor(Body.class);
    }

    @RegisterForReflection
    record Body(
            @Nullable String run,
            @Nullable Integer attempt,
            @Nullable Integer place,
            @Nullable Integer part) {}

    RunId run(SQSMessage message) {
        return run(message, body(message));
    }

    ChunkKey chunk(SQSMessage message) {
        var body = body(message);
        if (body.attempt == null || body.place == null || body.part == null) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " names no chunk");
        }
        return new ChunkKey(run(message, body), body.attempt, body.place, body.part);
    }

    private static RunId run(SQSMessage message, Body body) {
        if (body.run == null) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " names no run");
        }
        return new RunId(body.run);
    }

    private Body body(SQSMessage message) {
        try {
            Body body = json.readValue(message.getBody());
            return body == null ? new Body(null, null, null, null) : body;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " is no run's", e);
        }
    }
}
