package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.SeenTicket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what became of telling an anomaly into the Sync Activity Log. */
final class SyncLog {

    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    SyncLog(ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /** The same work, with an entry when it has come to its end; its failure goes on. */
    Uni<Void> logged(Uni<Void> work, ConnectionId connection, AnomalyId anomaly, SeenTicket ticket) {
        return Uni.createFrom().deferred(() -> {
            var began = clock.instant();
            var subjects =
                    Map.of("anomaly", anomaly.id(), "ticket", ticket.ticket().number());
            return work.call(() -> record(began, connection, Result.SUCCESS, subjects, List.of()))
                    .onFailure(ConnectedSystemException.class)
                    .call(failure -> record(
                            began,
                            connection,
                            Result.FAILED,
                            subjects,
                            List.of(Failure.of("anomaly " + anomaly.id(), failure))));
        });
    }

    private Uni<Void> record(
            Instant began,
            ConnectionId connection,
            Result result,
            Map<String, String> subjects,
            List<Failure> failures) {
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.STATUS_UPDATE,
                "followTicket",
                connection,
                "ticket",
                result,
                subjects,
                failures));
    }
}
