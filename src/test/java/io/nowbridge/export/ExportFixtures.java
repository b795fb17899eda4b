package io.nowbridge.export;

import io.nowbridge.access.Requester;
import io.nowbridge.access.Role;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entry of the log, and an export of it. */
public final class ExportFixtures {

    public static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    public static final Requester MARA = new Requester("mara", Set.of(Role.MANAGER), Set.of());

    public static final Wanted WEEK = Wanted.between(NOW.minus(Duration.ofDays(7)), NOW);

    public static final Format NDJSON = new Format.Ndjson();

    private ExportFixtures() {}

    public static Activity entry(String id) {
        return entry(id, "maria");
    }

    public static Activity entry(String id, String startedBy) {
        return new Activity(
                id,
                NOW.minusSeconds(60),
                Duration.ofMillis(120),
                Operation.STATUS_UPDATE,
                "followTicket",
                new ConnectionId("demo"),
                Optional.of("nightly"),
                startedBy,
                Result.PARTIAL_SUCCESS,
                new Counts(3, 1, 0),
                Map.of("ticket", "INC0010001", "anomaly", "456"),
                List.of(new Failure("456", "Updating answered 503", WhoCanFix.NOBODY, "Wait.")),
                new Trace(Optional.of("request-1"), 7),
                Optional.empty());
    }

    /** Under way and not begun. */
    public static Export export(String id) {
        return Export.of(id, Shelf.DOWNLOADS, WEEK, NDJSON, "mara", NOW, "exports/%s/log.ndjson".formatted(id));
    }
}
