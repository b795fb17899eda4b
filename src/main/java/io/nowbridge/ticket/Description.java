package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import java.util.List;
import java.util.stream.Stream;

/** The text of a new ticket's description, and what its reader should know of how it came about. */
record Description(String text, List<Warning> warnings) {

    private static final Warning CUT = new Warning("description", "It was too long for the ticket and was cut.");

    /**
     * What a person wrote, with the anomaly's context below it as plain text, in at most {@code length} characters: the
     * person's words give way before the context does.
     */
    static Description of(String words, Anomaly anomaly, int length) {
        var context = "--- Anomaly ---\n" + AnomalyContext.of(anomaly);
        var whole = words.isBlank() ? context : words.stripTrailing() + "\n\n" + context;
        var roomForWords = length - context.length() - 2;
        var enough = roomForWords >= mark(whole.length()).length() * 2;
        if (whole.length() <= length || !enough) {
            return of(whole, length);
        }
        return new Description(shorten(words.stripTrailing(), roomForWords) + "\n\n" + context, List.of(CUT));
    }

    /** A text in at most {@code length} characters. */
    static Description of(String text, int length) {
        return new Description(shorten(text, length), text.length() <= length ? List.of() : List.of(CUT));
    }

    Description warning(Warning warning) {
        return new Description(
                text, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }

    /** The text, cut visibly where it is longer. */
    static String shorten(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var kept = Math.max(0, length - mark(text.length()).length());
        // Half of a surrogate pair is no character.
        if (kept > 0 && Character.isHighSurrogate(text.charAt(kept - 1))) {
            kept--;
        }
        return text.substring(0, kept) + mark(text.length() - kept);
    }

    private static String mark(int missing) {
        return " [... %d characters cut]".formatted(missing);
    }
}
