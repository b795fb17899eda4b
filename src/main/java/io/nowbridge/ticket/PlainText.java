package io.nowbridge.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How things are written where people read them without any markup. */
public final class PlainText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private PlainText() {}

    /** {@code 2026-01-23 19:51:23 UTC}. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** On one line, or a text from outside could pass for a line of ours. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\R+", " ");
    }
}
