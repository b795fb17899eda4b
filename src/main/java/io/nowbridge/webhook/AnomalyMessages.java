package io.nowbridge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what anomaly platforms send, in whichever of the forms that are known it comes. */
public final class AnomalyMessages {

    // What can be kept before the sender gives up waiting.
    private static final int MOST_EVENTS = 1_000;

    private final StrictJson json = new StrictJson();

    Reading read(Incoming message, Origin origin) {
        try {
            return limited(read(json.read(message.body()), message.body(), origin));
        } catch (JsonProcessingException e) {
            // A message that an operator wrote may well begin like JSON; one that says to be JSON has to be.
            return saysToBeJson(message)
                    ? new Reading.Unreadable(StrictJson.COMPLAINT)
                    : limited(linked(message.text(), message.body(), origin));
        }
    }

    private static Reading limited(Reading reading) {
        return reading instanceof Reading.Events(var events) && events.size() > MOST_EVENTS
                ? new Reading.Unreadable("it tells of more than " + MOST_EVENTS + " anomalies")
                : reading;
    }

    private static Reading read(JsonNode tree, byte[] body, Origin origin) {
        if (FlowMessage.is(tree)) {
            return new FlowMessage(tree, body, origin).read();
        }
        if (EventMessage.is(tree)) {
            return new EventMessage(origin).read(tree);
        }
        return linked(texts(tree), body, origin);
    }

    private static Reading linked(String text, byte[] body, Origin origin) {
        var events = LinkedAnomalies.events(text, origin.key(body), origin);
        return events.isEmpty() ? new Reading.Unrecognised() : new Reading.Events(events);
    }

    /** All texts in a tree: what an operator calls the message and the link is up to him. */
    private static String texts(JsonNode tree) {
        return tree.isTextual()
                ? WholeText.of(tree)
                : StreamSupport.stream(tree.spliterator(), false)
                        .map(AnomalyMessages::texts)
                        .collect(Collectors.joining(" "));
    }

    private static boolean saysToBeJson(Incoming message) {
        return message.header("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.startsWith("application/json") || type.contains("+json"))
                .isPresent();
    }
}
