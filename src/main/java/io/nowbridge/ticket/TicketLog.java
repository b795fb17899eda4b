package io.nowbridge.ticket;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.ticket.Effort.Work;
import io.nowbridge.ticket.TicketClaims.Attempt;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var subjects = subjects(link, Optional.of(ticket.number()));
        return record(effort.work(), link.id().toString(), link, Result.SUCCESS, subjects, List.of());
    }

    Uni<Void> failed(Effort effort, List<Failure> failures) {
        var attempt = effort.attempt();
        var subjects = subjects(effort.link(), effort.ticket());
        return record(effort.work(), attempt.owner(), attempt.link(), Result.FAILED, subjects, failures);
    }

    // Under the link's id too: whoever finds more, or finishes it after all, writes over this.
    Uni<Void> left(Effort effort, Failure failure) {
        var link = effort.link();
        var subjects = subjects(link, effort.ticket());
        return record(effort.work(), link.id().toString(), link, Result.FAILED, subjects, List.of(failure));
    }

    /** An attempt that came to nothing before it had claimed anything. */
    Uni<Void> failed(Work work, Attempt attempt, List<Failure> failures) {
        var subjects = subjects(attempt.link(), Optional.empty());
        return record(work, attempt.owner(), attempt.link(), Result.FAILED, subjects, failures);
    }

    private static Map<String, String> subjects(Link link, Optional<String> ticket) {
        var subjects = new HashMap<>(Map.of(
                "source", link.anomaly().source(),
                "anomaly", link.anomaly().id(),
                "link", link.id().toString()));
        ticket.ifPresent(number -> subjects.put("ticket", number));
        return subjects;
    }

    /** Begun, and by whom, as {@code begun} was. */
    private Uni<Void> record(
            Work work, String id, Link begun, Result result, Map<String, String> subjects, List<Failure> failures) {
        return log.record(new Activity(
                id,
                begun.createdAt(),
                Duration.between(begun.createdAt(), clock.instant()),
                work.operation(),
                work.function(),
                begun.connection(),
                begun.createdBy(),
                result,
                subjects,
                failures));
    }
}
