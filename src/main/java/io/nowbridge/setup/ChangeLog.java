package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes what people changed into the Sync Activity Log. */
public final class ChangeLog {

    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Operation operation;
    private final String function;

    /** Of connections. Names each entry by {@code ids}, which never gives the same twice. */
    public ChangeLog(ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this(log, clock, ids, Operation.CONNECTION_CHANGE, "connections");
    }

    /** Of what else is changed, by the deployed {@code function}. */
    public ChangeLog(ActivityLog log, InstantSource clock, Supplier<String> ids, Operation operation, String function) {
        this.log = log;
        this.clock = clock;
        this.ids = ids;
        this.operation = operation;
        this.function = function;
    }

    /** Somebody did {@code action}, such as {@code reconnect}; {@code subjects} say to what, and never hold a secret. */
    public Uni<Void> done(
            String action, ConnectionId connection, Requester by, Instant began, Map<String, String> subjects) {
        return ended(action, connection, by, began, subjects, Result.SUCCESS, List.of());
    }

    /** Somebody wanted to do it, and this was in the way. */
    public Uni<Void> failed(
            String action,
            ConnectionId connection,
            Requester by,
            Instant began,
            Map<String, String> subjects,
            List<Failure> failures) {
        return ended(action, connection, by, began, subjects, Result.FAILED, failures);
    }

    /** Somebody did it as far as it went. */
    Uni<Void> ended(
            String action,
            ConnectionId connection,
            Requester by,
            Instant began,
            Map<String, String> subjects,
            Result result,
            List<Failure> failures) {
        var all = new HashMap<>(subjects);
        all.put("action", action);
        var entry = new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                operation,
                function,
                connection,
                by.subject(),
                result,
                all,
                failures);
        // The log is asked for what concerns a template, be it a run or a change.
        return log.record(
                Optional.ofNullable(subjects.get("template")).map(entry::of).orElse(entry));
    }
}
