package io.nowbridge.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.webhook.Reading.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the fields of an object strictly, and keeps what is wrong with each, so that one answer names them all. A field that
 * is null counts as left out; one that nobody asks for is let pass, as a newer sender may have more to say.
 */
final class EventFields {

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;

    /** The object at {@code path}, which is empty for the message itself and ends with a dot otherwise. */
    EventFields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** What {@code read} makes of a field that must be there. */
    <T> Optional<T> required(String name, Function<String, Optional<T>> read) {
        if (at(name).isEmpty()) {
            refuse(name, "is required");
        }
        return read.apply(name);
    }

    Optional<String> text(String name) {
        return at(name).flatMap(node -> node.isTextual() && !node.asText().isBlank()
                ? Optional.of(WholeText.of(node))
                : refused(name, "is a text that is not blank"));
    }

    /** What {@code read} makes of a text; its {@link IllegalArgumentException} says what is wrong. */
    <T> Optional<T> text(String name, Function<String, T> read) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(read.apply(text));
            } catch (IllegalArgumentException e) {
                return refused(name, String.valueOf(e.getMessage()));
            }
        });
    }

    /** A text, or a number in its place: an id may be either. */
    Optional<String> id(String name) {
        return at(name).filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText)
                .or(() -> text(name))
                .flatMap(id -> Origin.isKeepable(id)
                        ? Optional.of(id)
                        : refused(name, "has at most " + Origin.LONGEST_ID + " characters"));
    }

    Optional<Integer> integer(String name) {
        return at(name).flatMap(node -> node.canConvertToInt() && node.isIntegralNumber()
                ? Optional.of(node.intValue())
                : refused(name, "is a whole number"));
    }

    /** A number that counts. */
    Optional<Long> count(String name) {
        return at(name).flatMap(node -> node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? Optional.of(node.longValue())
                : refused(name, "is a whole number from 0"));
    }

    boolean flag(String name) {
        return at(name).flatMap(
                        node -> node.isBoolean() ? Optional.of(node.booleanValue()) : refused(name, "is true or false"))
                .orElse(false);
    }

    Optional<Instant> instant(String name) {
        return text(name, text -> {
            try {
                return Origin.instant(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "is an ISO 8601 time with its offset, such as 2026-01-05T09:00:00Z, from 1970 to 9999", e);
            }
        });
    }

    Optional<URI> webAddress(String name) {
        return text(name, text -> {
            var complaint = "is a web address that starts with https:// or http://";
            try {
                var address = new URI(text);
                if (address.getHost() != null && List.of("https", "http").contains(address.getScheme())) {
                    return address;
                }
                throw new IllegalArgumentException(complaint);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(complaint, e);
            }
        });
    }

    List<String> texts(String name) {
        return elements(name, JsonNode::isTextual, "is a text", (node, place) -> WholeText.of(node));
    }

    Optional<EventFields> object(String name) {
        return at(name).flatMap(node -> node.isObject()
                ? Optional.of(new EventFields(node, path + name + ".", faults))
                : refused(name, "is an object"));
    }

    List<EventFields> objects(String name) {
        return elements(
                name,
                JsonNode::isObject,
                "is an object",
                (node, place) -> new EventFields(node, path + place + ".", faults));
    }

    void refuse(String name, String message) {
        faults.add(new Fault(path + name, message));
    }

    private <T> Optional<T> refused(String name, String message) {
        refuse(name, message);
        return Optional.empty();
    }

    private <T> List<T> elements(
            String name, Predicate<JsonNode> fits, String demand, BiFunction<JsonNode, String, T> read) {
        var elements = new ArrayList<T>();
        array(name).ifPresent(array -> {
            for (var index = 0; index < array.size(); index++) {
                var place = name + "[" + index + "]";
                if (fits.test(array.get(index))) {
                    elements.add(read.apply(array.get(index), place));
                } else {
                    refuse(place, demand);
                }
            }
        });
        return elements;
    }

    private Optional<JsonNode> array(String name) {
        return at(name).flatMap(node -> node.isArray() ? Optional.of(node) : refused(name, "is a list"));
    }

    private Optional<JsonNode> at(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }
}
