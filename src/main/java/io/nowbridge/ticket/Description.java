package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Anomaly.FailedCheck;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person wrote about a ticket, with the anomaly's context below it as plain text.
 *
 * @param cut whether something had to be left out
 */
record Description(String text, boolean cut) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The description in at most {@code length} characters: the person's words give way before the context does. */
    static Description of(String words, Anomaly anomaly, int length) {
        var context = context(anomaly);
        var whole = words.isBlank() ? context : words.stripTrailing() + "\n\n" + context;
        if (whole.length() <= length) {
            return new Description(whole, false);
        }
        var roomForWords = length - context.length() - 2;
        var enough = roomForWords >= mark(whole.length()).length() * 2;
        var text = enough ? shorten(words.stripTrailing(), roomForWords) + "\n\n" + context : shorten(whole, length);
        return new Description(text, true);
    }

    List<Warning> warnings() {
        return cut ? List.of(new Warning("description", "It was too long for the ticket and was cut.")) : List.of();
    }

    private static String shorten(String text, int length) {
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

    private static String context(Anomaly anomaly) {
        return Stream.of(
                        line("Anomaly ID", Optional.of(anomaly.id().id())),
                        line("UUID", anomaly.uuid()),
                        line("Type", anomaly.type()),
                        line("Status", anomaly.status()),
                        line("Weight", anomaly.weight().map(String::valueOf)),
                        line("Detected", anomaly.detectedAt().map(Description::time)),
                        line(
                                "Datastore",
                                anomaly.datastore().map(store -> store.name().orElse(store.id()))),
                        line("Container", anomaly.container()),
                        line("Fields", joined(anomaly.fields().stream())),
                        line(
                                "Failed checks",
                                joined(anomaly.failedChecks().stream().map(Description::name))),
                        line("View", anomaly.link().map(Object::toString)),
                        // The last, since it may be long, and what is too long is cut at its end.
                        line("Message", anomaly.description()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n", "--- Anomaly ---\n", ""));
    }

    private static Optional<String> line(String label, Optional<String> value) {
        // On one line, or a text from outside could pass for a line of ours.
        return value.filter(text -> !text.isBlank())
                .map(text -> label + ": " + text.strip().replaceAll("\\R+", " "));
    }

    private static Optional<String> joined(Stream<String> parts) {
        return Optional.of(parts.collect(Collectors.joining("; ")));
    }

    private static String name(FailedCheck check) {
        return check.name()
                .map(name -> check.id().map(id -> name + " (" + id + ")").orElse(name))
                .or(check::id)
                .orElse("unnamed");
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
