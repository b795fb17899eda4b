package io.nowbridge.local.servicenow;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Times as the instance writes them: {@code yyyy-MM-dd HH:mm:ss}, stored in UTC, shown in the user's zone. */
final class Times {

    static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Times() {}

    static String text(Instant instant) {
        return FORMAT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** What is stored for a time written in a zone, or empty if it is none; a day alone is its first second. */
    static Optional<String> stored(String written, ZoneId zone) {
        var complete = written.length() == "2026-01-31".length() ? written + " 00:00:00" : written;
        try {
            return Optional.of(
                    text(LocalDateTime.parse(complete, FORMAT).atZone(zone).toInstant()));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static String shown(String stored, ZoneId zone) {
        try {
            return FORMAT.format(
                    LocalDateTime.parse(stored, FORMAT).atOffset(ZoneOffset.UTC).atZoneSameInstant(zone));
        } catch (DateTimeException notATime) {
            return stored;
        }
    }

    static boolean isDate(String text) {
        try {
            return !LocalDate.parse(text).equals(LocalDate.MIN);
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
