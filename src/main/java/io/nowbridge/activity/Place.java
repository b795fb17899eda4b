package io.nowbridge.activity;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the log, where a page begins: behind an entry, or before all that began at an instant or later. It holds whatever
 * is recorded meanwhile, and for any filter.
 *
 * @param text 13 digits of milliseconds, and for an entry {@code #} and its id
 */
public record Place(String text) implements Comparable<Place> {

    private static final Pattern SHAPE = Pattern.compile("\\d{13}(#.+)?", Pattern.DOTALL);
    private static final int DIGITS = 13;
    private static final int NANOS_OF_A_MILLI = 1_000_000;

    public Place {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("is not one that an answer gave as next");
        }
    }

    /** Behind an entry, where older ones follow. */
    public static Place behind(EntryKey key) {
        return new Place("%013d#%s".formatted(key.at().toEpochMilli(), key.id()));
    }

    /** Behind all that began at {@code at} or later. */
    public static Place before(Instant at) {
        return new Place("%013d".formatted(at.plusNanos(NANOS_OF_A_MILLI - 1).toEpochMilli()));
    }

    /** The entry that it is behind, if it is behind one. */
    public Optional<EntryKey> key() {
        return text.length() == DIGITS ? Optional.empty() : Optional.of(new EntryKey(at(), text.substring(DIGITS + 1)));
    }

    public Instant at() {
        return Instant.ofEpochMilli(Long.parseLong(text.substring(0, DIGITS)));
    }

    /** The later one is greater. */
    @Override
    public int compareTo(Place other) {
        return text.compareTo(other.text);
    }
}
