package io.nowbridge.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.ticket.Opening.Job;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Writes what became of opening a ticket into the Sync Activity Log. */
final class TicketLog {

    private final ActivityLog log;
    private final InstantSource clock;

    TicketLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    // Under the link's id and time: the attempt that finishes what a crash left writes this entry over the first one.
    Uni<Void> opened(Job job, Ticket ticket) {
        var subjects = Map.of("anomaly", job.subject(), "link", job.link().id().toString(), "ticket", ticket.number());
        var link = job.link();
        return record(
                link.id().toString(), link.createdAt(), link.createdBy(), job, Result.SUCCESS, subjects, List.of());
    }

    Uni<Void> failed(Job job, List<Failure> failures) {
        var subjects = Map.of("anomaly", job.subject(), "link", job.link().id().toString());
        return record(
                job.attempt().owner(),
                job.started(),
                job.request().requester().subject(),
                job,
                Result.FAILED,
                subjects,
                failures);
    }

    private Uni<Void> record(
            String id,
            Instant began,
            String startedBy,
            Job job,
            Result result,
            Map<String, String> subjects,
            List<Failure> failures) {
        return log.record(new Activity(
                id,
                began,
                Duration.between(began, clock.instant()),
                Operation.TICKET,
                "createTicket",
                job.desk().connection(),
                startedBy,
                result,
                subjects,
                failures));
    }
}
