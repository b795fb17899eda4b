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
import java.util.function.Supplier;

/** Writes what people changed about connections into the Sync Activity Log. */
public final class ChangeLog {

    /** Where an entry is filed that is about no one connection. */
    static final ConnectionId ALL = new ConnectionId("all");

    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** Names each entry by {@code ids}, which never gives the same twice. */
    public ChangeLog(ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /** Somebody did {@code action}, such as {@code reconnect}; {@code subjects} say to what, and never hold a secret. */
    Uni<Void> done(String action, ConnectionId connection, Requester by, Instant began, Map<String, String> subjects) {
        return record(action, connection, by, began, Result.SUCCESS, subjects, List.of());
    }

    Uni<Void> failed(String action, ConnectionId connection, Requester by, Instant began, List<Failure> failures) {
        return record(action, connection, by, began, Result.FAILED, Map.of(), failures);
    }

    private Uni<Void> record(
            String action,
            ConnectionId connection,
            Requester by,
            Instant began,
            Result result,
            Map<String, String> subjects,
            List<Failure> failures) {
        var all = new HashMap<>(subjects);
        all.put("action", action);
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.CONNECTION_CHANGE,
                "connections",
                connection,
                by.subject(),
                result,
                all,
                failures));
    }
}
