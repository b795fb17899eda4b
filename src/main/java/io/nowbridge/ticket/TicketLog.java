package io.nowbridge.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Writes what became of opening a ticket, or of linking one, into the Sync Activity Log. */
final class TicketLog {

    private final ActivityLog log;
    private final InstantSource clock;

    TicketLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    // Under the link's id and time: the attempt that finishes what a crash left writes this entry over the first one.
    Uni<Void> done(Effort effort, Ticket ticket) {
        var link = effort.link();
        var subjects = Map.of("anomaly", effort.subject(), "link", link.id().toString(), "ticket", ticket.number());
        return record(
                link.id().toString(), link.createdAt(), link.createdBy(), effort, Result.SUCCESS, subjects, List.of());
    }

    Uni<Void> failed(Effort effort, List<Failure> failures) {
        var subjects =
                Map.of("anomaly", effort.subject(), "link", effort.link().id().toString());
        return record(
                effort.attempt().owner(),
                effort.started(),
                effort.startedBy(),
                effort,
                Result.FAILED,
                subjects,
                failures);
    }

    private Uni<Void> record(
            String id,
            Instant began,
            String startedBy,
            Effort effort,
            Result result,
            Map<String, String> subjects,
            List<Failure> failures) {
        return log.record(new Activity(
                id,
                began,
                Duration.between(began, clock.instant()),
                effort.work().operation(),
                effort.work().function(),
                effort.link().connection(),
                startedBy,
                result,
                subjects,
                failures));
    }
}
