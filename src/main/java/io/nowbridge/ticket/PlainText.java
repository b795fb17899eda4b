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

    /** A text from outside on one line, where nothing of it passes for a line or a reference of ours. */
    public static String oneLine(String text) {
        return NoteReference.noneIn(text.strip().replaceAll("\\s+", " "));
    }

    /** A text as somebody wrote it, in which nothing passes for a reference of ours. */
    public static String written(String text) {
        return NoteReference.noneIn(text.strip());
    }

    /** A text from outside with its lines, where nothing of it passes for a line or a reference of ours. */
    public static String indented(String text) {
        return NoteReference.noneIn(text.strip().replaceAll("\\R", "\n  "));
    }
}
