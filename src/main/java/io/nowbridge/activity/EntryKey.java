package io.nowbridge.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where an entry of the log is found: when its action began, and its id.
 *
 * @param at to the millisecond
 */
public record EntryKey(Instant at, String id) {

    public EntryKey {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What {@link #text} wrote; fails with an {@link IllegalArgumentException} on anything else. */
    public static EntryKey of(String text) {
        return new Place(text).key().orElseThrow(() -> new IllegalArgumentException("names no entry"));
    }

    /** Both as one text; the texts of keys sort as the entries do, from the earliest to the latest. */
    public String text() {
        return Place.behind(this).text();
    }
}
