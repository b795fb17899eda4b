package io.nowbridge.lambda;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An entry of the Sync Activity Log as answers show it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EntryReply(
        String id,
        String at,
        long durationMillis,
        String operation,
        String function,
        Optional<String> connectionId,
        Optional<String> template,
        String startedBy,
        String result,
        Counts counts,
        Map<String, String> subjects,
        List<Failed> failures,
        Optional<String> correlationId,
        int remoteCalls,
        Optional<Ignored> ignored) {

    @RegisterForReflection
    record Counts(long done, long failed, long left) {}

    /** An item that failed. */
    @RegisterForReflection
    record Failed(String subject, String cause, String whoCanFix, String resolution) {

        static Failed of(Failure failure) {
            return new Failed(
                    failure.subject(), failure.cause(), failure.whoCanFix().label(), failure.resolution());
        }
    }

    @RegisterForReflection
    record Ignored(String by, String at, String reason) {

        static Ignored of(Activity.Ignored ignored) {
            return new Ignored(ignored.by(), ignored.at().toString(), ignored.reason());
        }
    }

    static EntryReply of(Activity entry) {
        return new EntryReply(
                EntryIds.of(entry.key()),
                entry.at().toString(),
                entry.duration().toMillis(),
                Spelling.word(entry.operation()),
                entry.function(),
                entry.itsConnection().map(connection -> connection.value()),
                entry.template(),
                entry.startedBy(),
                Spelling.word(entry.result()),
                new Counts(
                        entry.counts().done(),
                        entry.counts().failed(),
                        entry.counts().left()),
                new TreeMap<>(entry.subjects()),
                entry.failures().stream().map(Failed::of).toList(),
                entry.trace().correlationId(),
                entry.trace().remoteCalls(),
                entry.ignored().map(Ignored::of));
    }
}
