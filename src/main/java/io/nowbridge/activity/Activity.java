package io.nowbridge.activity;

import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An entry of the Sync Activity Log: one action and what became of it.
 *
 * @param id unique; writing an entry again under the same id replaces it
 * @param operation what kind of action it was
 * @param function the deployed function that did it
 * @param startedBy the person or trigger that started it
 * @param subjects what it was about, by kind: anomaly, ticket, link
 */
public record Activity(
        String id,
        Instant at,
        Duration duration,
        Operation operation,
        String function,
        ConnectionId connection,
        String startedBy,
        Result result,
        Map<String, String> subjects,
        List<Failure> failures) {

    public Activity {
        subjects = Map.copyOf(subjects);
        failures = List.copyOf(failures);
    }
}
