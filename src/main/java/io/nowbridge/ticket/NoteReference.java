package io.nowbridge.ticket;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a note ends with, so that it is found again: {@code [nb:3f9a0c17d2b4]}. Twelve hexadecimal digits of the update's id,
 * so that among a million notes of one ticket two would share one by a chance of one in five hundred.
 */
public record NoteReference(String text) {

    private static final String BEGIN = "[nb:";
    private static final int DIGITS = 12;
    private static final Pattern AT_THE_END = Pattern.compile("\\[nb:[0-9a-f]{12}]\\s*$");

    /** The same for the same id. */
    public static NoteReference of(String id) {
        return new NoteReference(BEGIN + ContentDigest.of(id).substring(0, DIGITS) + "]");
    }

    /** What a text ends with, if that is a reference. */
    public static Optional<NoteReference> atEndOf(String text) {
        var end = AT_THE_END.matcher(text);
        return end.find() ? Optional.of(new NoteReference(end.group().strip())) : Optional.empty();
    }

    /** A text from outside, in which nothing passes for a reference of ours. */
    static String noneIn(String text) {
        return text.replace(BEGIN, "[nb :");
    }

    /** The note with its reference. */
    public String under(String note) {
        return note.stripTrailing() + " " + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
