package io.nowbridge.template;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A translation of the distributor's values into the desk's.
 *
 * @param field the field whose column takes the desk's values, or the part for which they are tables
 * @param keys the distributor's values there are; empty where any of the shape will do
 * @param shape what the distributor's values look like
 * @param required those without which a template cannot run
 */
public record ValueMap(String name, String field, List<String> keys, Pattern shape, List<String> required) {

    /** 1 to 40 characters, with none of them a space at either end. */
    static final Pattern WORD = Pattern.compile("\\S(.{0,38}\\S)?");

    public ValueMap {
        keys = List.copyOf(keys);
        required = List.copyOf(required);
    }

    /** Any values of a shape. */
    static ValueMap shaped(String name, String field, Pattern shape) {
        return new ValueMap(name, field, List.of(), shape, List.of());
    }

    /** Any words of up to 40 characters. */
    static ValueMap words(String name, String field) {
        return shaped(name, field, WORD);
    }

    /** Certain values, none of them required. */
    static ValueMap of(String name, String field, String... keys) {
        return new ValueMap(name, field, List.of(keys), WORD, List.of());
    }

    ValueMap requiring(String... some) {
        return new ValueMap(name, field, keys, shape, List.of(some));
    }

    /** What is wrong with a value that it does not take. */
    String unknown() {
        return keys.isEmpty() ? "does not have the shape " + shape : "is not one of: " + String.join(", ", keys);
    }

    boolean takes(String key) {
        return keys.isEmpty() ? shape.matcher(key).matches() : keys.contains(key);
    }
}
