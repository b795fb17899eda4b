package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nowbridge.order.OrderId;
import io.nowbridge.template.TemplateId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message wakes for: an order, <code>{"order": "..."}</code>, or a look at a desk, <code>{"look": "the template", "number":
 * "of one purchase order, or left out", "by": "..."}</code>.
 *
 * <p>Only we write to the queue, so a message of another form is a bug: it fails, and ends as a dead letter.
 */
sealed interface OrderMessage {

    /** There is something to be done about an order. */
    record Advance(OrderId order) implements OrderMessage {}

    /** A desk is to be looked at. */
    record Look(TemplateId template, Optional<String> number, String by) implements OrderMessage {}

    @RegisterForReflection
    record Body(
            @Nullable String order,
            @Nullable String look,
            @Nullable String number,
            @Nullable String by) {}

    static OrderMessage of(SQSMessage message, ObjectMapper json) {
        var body = body(message, json);
        if (body.order != null && body.look == null) {
            return new Advance(new OrderId(body.order));
        }
        if (body.order == null && body.look != null && body.by != null) {
            return new Look(new TemplateId(body.look), Optional.ofNullable(body.number), body.by);
        }
        throw new IllegalArgumentException("Message " + message.getMessageId() + " names neither an order nor a look");
    }

    private static Body body(SQSMessage message, ObjectMapper json) {
        try {
            var body = json.readValue(message.getBody(), Body.class);
            return body == null ? new Body(null, null, null, null) : body;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Message " + message.getMessageId() + " is about no order", e);
        }
    }
}
