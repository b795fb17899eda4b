package io.nowbridge.activity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a text is looked for in: all words of an entry as the log shows it. */
final class EntryText {

    private EntryText() {}

    static boolean has(Activity entry, String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        return words(entry).anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> words(Activity entry) {
        return Stream.of(
                        Stream.of(
                                entry.id(),
                                entry.function(),
                                entry.operation().label(),
                                entry.connection().value(),
                                entry.startedBy(),
                                entry.result().label()),
                        Stream.of(entry.template(), entry.trace().correlationId())
                                .flatMap(Optional::stream),
                        entry.subjects().values().stream(),
                        entry.failures().stream()
                                .flatMap(
                                        failure -> Stream.of(failure.subject(), failure.cause(), failure.resolution())),
                        entry.ignored().stream().flatMap(ignored -> Stream.of(ignored.by(), ignored.reason())))
                .flatMap(words -> words);
    }
}
