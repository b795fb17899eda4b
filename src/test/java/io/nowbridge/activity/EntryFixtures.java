package io.nowbridge.activity;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Entries that people do something about, all begun at {@link ActivityFixtures#NOW}. */
public final class EntryFixtures {

    private EntryFixtures() {}

    /** An entry that a function wrote about the connection {@code demo}. */
    public static Activity entry(String id, String function, Result result, Map<String, String> subjects) {
        return entry(id, function, "event-1", result, subjects);
    }

    public static Activity entry(
            String id, String function, String startedBy, Result result, Map<String, String> subjects) {
        return new Activity(
                id,
                ActivityFixtures.NOW,
                Duration.ofSeconds(1),
                Operation.NOTE,
                function,
                ActivityFixtures.DEMO,
                startedBy,
                result,
                subjects,
                List.of());
    }
}
