package io.nowbridge.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A place in a YAML file: what stands there, and the path that a complaint about it names. */
record Node(String path, Object value) {

    /** What stands under {@code key}; a complaint if nothing does. */
    Node at(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(path + " lacks " + key));
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    Map<String, Node> entries() {
        if (!(value instanceof Map<?, ?> map)) {
            throw isNot("a mapping");
        }
        var entries = new LinkedHashMap<String, Node>();
        map.forEach((key, below) -> entries.put(key.toString(), new Node(path + "." + key, below)));
        return entries;
    }

    List<Node> elements() {
        if (!(value instanceof List<?> list)) {
            throw isNot("a list");
        }
        return list.stream().map(element -> new Node(path, element)).toList();
    }

    String text() {
        if (value instanceof Map || value instanceof List) {
            throw isNot("a single value");
        }
        return value.toString();
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw isNot("a whole number", e);
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw isNot("true or false");
        };
    }

    /** Refuses any key but the known ones, so that nothing in a template is silently left out of the local run. */
    Node knows(Set<String> known) {
        var unknown = new TreeSet<>(entries().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(path + " has " + unknown + ", which the local run does not understand");
        }
        return this;
    }

    Node mustBe(String expected) {
        if (!text().equals(expected)) {
            throw new IllegalArgumentException(
                    path + " is " + text() + ", but the local run only understands " + expected);
        }
        return this;
    }

    private IllegalArgumentException isNot(String kind) {
        return new IllegalArgumentException(path + " is not " + kind + ": " + value);
    }

    private IllegalArgumentException isNot(String kind, NumberFormatException cause) {
        return new IllegalArgumentException(path + " is not " + kind + ": " + value, cause);
    }
}
