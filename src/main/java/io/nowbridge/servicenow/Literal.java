package io.nowbridge.servicenow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names and values that a query can carry, as they stand in it. */
final class Literal {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]*");

    // The instance runs what follows this word, whoever typed it; what it trims before it looks is not documented.
    private static final Pattern SCRIPT = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*javascript:", Pattern.CASE_INSENSITIVE);

    // ServiceNow docs, Encoded query strings: stored instants are UTC, to the second, without a zone.
    private static final DateTimeFormatter STORED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Whether a table or a column can be called {@code text}. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String name(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("A column's name has small letters, digits, _ and . only");
        }
        return text;
    }

    /** Whether {@code text} can be made to mean itself. */
    static boolean isValue(String text) {
        return !text.isBlank()
                && text.chars().noneMatch(Character::isISOControl)
                && !SCRIPT.matcher(text).lookingAt();
    }

    static String value(String text) {
        if (!isValue(text)) {
            throw new IllegalArgumentException("A value is not blank, no script, and without control characters");
        }
        // ServiceNow docs, GlideStringUtil.escapeQueryTermSeparator.
        return text.replace("^", "^^");
    }

    static String value(Instant instant) {
        return STORED.format(instant);
    }

    /** The instant that a column holds; empty if it holds none. */
    static Optional<Instant> instant(String stored) {
        try {
            return Optional.of(STORED.parse(stored, Instant::from));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private Literal() {}
}
