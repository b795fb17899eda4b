package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketRef;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads which ticket a message of a queue is about: {@code {"connection": "...", "table": "incident", "id": "..."}}; and
 * where it is about a change, {@code changedAt}.
 *
 * <p>Only we write to the queue, so a message of another form is a bug: it fails, and ends as a dead letter.
 */
@Singleton
public final class TicketMessage {

    private final ObjectReader json;

    TicketMessage(ObjectMapper json) {
        this.json = json.readerFor(Body.class);
    }

    @RegisterForReflection
    record Body(
            @Nullable String connection,
            @Nullable String table,
            @Nullable String id,
            @Nullable String changedAt) {}

    TicketRef read(SQSMessage message) {
        return ticket(body(message), message);
    }

    Wakeup wakeup(SQSMessage message) {
        var body = body(message);
        return new Wakeup(
                ticket(body, message),
                Optional.ofNullable(body).map(Body::changedAt).map(Instant::parse));
    }

    private static TicketRef ticket(@Nullable Body body, SQSMessage message) {
        if (body == null || body.connection == null || body.table == null || body.id == null) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " names no ticket");
        }
        return new TicketRef(new ConnectionId(body.connection), body.table, body.id);
    }

    private @Nullable Body body(SQSMessage message) {
        try {
            return json.readValue(message.getBody());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " is no ticket's", e);
        }
    }
}
