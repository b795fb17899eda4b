package io.nowbridge.activity;

import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries that the tests of the log speak of. */
public final class ActivityFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private ActivityFixtures() {}

    /** An entry about the connection {@code demo}, which began at {@link #NOW}. */
    public static Activity entry(String id, String function, Result result, Map<String, String> subjects) {
        return entry(id, function, "event-1", result, subjects);
    }

    public static Activity entry(
            String id, String function, String startedBy, Result result, Map<String, String> subjects) {
        return new Activity(
                id,
                NOW,
                Duration.ofSeconds(1),
                Operation.NOTE,
                function,
                new ConnectionId("demo"),
                startedBy,
                result,
                subjects,
                List.of());
    }
}
