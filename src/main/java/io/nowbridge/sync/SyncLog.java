package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.ContentDigest;
import io.nowbridge.ticket.SeenTicket;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what became of telling an anomaly into the Sync Activity Log. */
final class SyncLog {

    private final ActivityLog log;
    private final InstantSource clock;

    SyncLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The anomaly that an entry of ours is about. */
    static Optional<AnomalyId> anomaly(Activity entry) {
        var subjects = entry.subjects();
        return Optional.ofNullable(subjects.get("anomaly"))
                .map(id -> new AnomalyId(subjects.getOrDefault("source", AnomalyId.DEFAULT_SOURCE), id));
    }

    /**
     * What an anomaly is told.
     *
     * @param what tells it from everything else that the ticket's anomalies are told
     * @param at when it happened to the ticket
     */
    record Telling(ConnectionId connection, AnomalyId anomaly, SeenTicket ticket, String what, Instant at) {

        // The same whenever it is tried: the last try's entry stands.
        String id() {
            return ContentDigest.of(ticket.ref().toString(), anomaly.source(), anomaly.id(), what, at.toString());
        }
    }

    /** The same work, with an entry when it has come to its end; its failure goes on. */
    Uni<Void> logged(Uni<Void> work, Telling telling) {
        return Uni.createFrom().deferred(() -> {
            var began = clock.instant();
            return work.call(() -> record(telling, began, Result.SUCCESS, List.of()))
                    .onFailure(ConnectedSystemException.class)
                    .call(failure -> record(
                            telling,
                            began,
                            Result.FAILED,
                            List.of(Failure.of(telling.anomaly().id(), failure))));
        });
    }

    private Uni<Void> record(Telling telling, Instant began, Result result, List<Failure> failures) {
        var subjects = Map.of(
                "source",
                telling.anomaly().source(),
                "anomaly",
                telling.anomaly().id(),
                "ticket",
                telling.ticket().ticket().number());
        return log.record(new Activity(
                telling.id(),
                telling.at(),
                Duration.between(began, clock.instant()),
                Operation.STATUS_UPDATE,
                "followTicket",
                telling.connection(),
                "ticket",
                result,
                subjects,
                failures));
    }
}
