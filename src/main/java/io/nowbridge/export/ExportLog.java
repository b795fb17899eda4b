package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
import io.nowbridge.activity.Activity.Trace;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.activity.WhoCanFix;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes who took entries out of the log into the log; one entry for each export, replaced as it proceeds. */
public final class ExportLog {

    private final ActivityLog log;
    private final InstantSource clock;

    public ExportLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Entries were handed over at once. */
    Uni<Void> handedOver(String id, String by, Wanted wanted, Instant began, long entries) {
        return record(id, "exportActivity", by, wanted, began, Result.SUCCESS, new Counts(entries, 0, 0), List.of());
    }

    /** An export has come as far as this. */
    Uni<Void> stands(Export export) {
        var result = switch (export.state()) {
            case UNDER_WAY, WRITTEN -> Result.UNDER_WAY;
            case READY -> Result.SUCCESS;
            case FAILED -> Result.FAILED;
        };
        var failures = export.cause().stream().map(ExportLog::failure).toList();
        var counts = new Counts(export.progress().entries(), failures.size(), 0);
        return record(
                export.id(),
                "writeExport",
                export.requestedBy(),
                export.wanted(),
                export.at(),
                result,
                counts,
                failures);
    }

    private static Failure failure(String cause) {
        return new Failure(
                "file",
                cause,
                WhoCanFix.OPERATOR,
                "See what failed in the log of writeExport, put it right, and ask for the export again.");
    }

    private Uni<Void> record(
            String id,
            String function,
            String by,
            Wanted wanted,
            Instant began,
            Result result,
            Counts counts,
            List<Failure> failures) {
        return log.record(new Activity(
                id,
                began,
                Duration.between(began, clock.instant()),
                Operation.EXPORT,
                function,
                wanted.connection().orElse(Activity.ALL),
                Optional.empty(),
                by,
                result,
                counts,
                Map.of("export", id),
                failures,
                Trace.UNKNOWN,
                Optional.empty()));
    }
}
