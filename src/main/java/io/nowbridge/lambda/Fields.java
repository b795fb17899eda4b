package io.nowbridge.lambda;

import io.nowbridge.lambda.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a body's fields one after the other and keeps what is wrong with each, so that one answer names them all. */
final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    /** The text of a field that must be there, at most {@code length} characters long. */
    String required(String field, @Nullable String value, int length) {
        var text = optional(field, value, length);
        if (text.isEmpty()) {
            refuse(field, "is required");
        }
        return text.orElse("");
    }

    /** The text of a field; blank counts as left out. */
    Optional<String> optional(String field, @Nullable String value, int length) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > length) {
            refuse(field, "is longer than " + length + " characters");
        }
        return Optional.of(value);
    }

    /** What {@code read} makes of a field's text; its {@link IllegalArgumentException} says what is wrong. */
    <T> Optional<T> optional(String field, @Nullable String value, Function<String, T> read) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException e) {
            refuse(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** The failure to end the reading with where it cannot go on: what is wrong here, and all that was wrong before. */
    RefusedException refusing(String field, String message) {
        refuse(field, message);
        return RefusedException.naming(errors);
    }

    /** Ends the reading: fails if anything was wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw RefusedException.naming(errors);
        }
    }
}
