package io.nowbridge.delivery;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.ticket.Warning;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Writes into the Sync Activity Log how far an update has come: one entry, under its id and the time it was made, so that
 * each try replaces what the one before has written.
 */
final class DeliveryLog {

    private static final String TWICE =
            "An earlier attempt brought no answer, and the journal may not be read: the note may" + " be there twice";
    private static final String LET_IT_READ =
            "Give the integration user the right to read the ticket's journal, so that notes are written exactly once.";

    private static final String LET_IT_WRITE =
            "Give the integration user the right to write the field, and see what rules of the system stand in the way.";

    private final ActivityLog log;
    private final InstantSource clock;

    DeliveryLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    Uni<Void> arrived(TicketUpdate update) {
        return record(update, Result.SUCCESS, List.of());
    }

    /** It was written again, without a way to tell whether it was there. */
    Uni<Void> arrivedAtLeastOnce(TicketUpdate update) {
        return record(
                update,
                Result.PARTIAL_SUCCESS,
                List.of(new Failure(subject(update), TWICE, WhoCanFix.ADMINISTRATOR, LET_IT_READ)));
    }

    /** The note is there, but not all that was to go with it. */
    Uni<Void> arrivedInPart(TicketUpdate update, List<Warning> warnings) {
        var failures = warnings.stream()
                .map(warning -> new Failure(warning.field(), warning.message(), WhoCanFix.ADMINISTRATOR, LET_IT_WRITE))
                .toList();
        return record(update, Result.PARTIAL_SUCCESS, failures);
    }

    /** It is not there; {@code next} says what comes next, as the end of the resolution. */
    Uni<Void> failed(TicketUpdate update, ConnectedSystemException failure, String next) {
        return failed(
                update, String.valueOf(failure.getMessage()), WhoCanFix.of(failure), failure.remedy() + " " + next);
    }

    Uni<Void> failed(TicketUpdate update, String cause, WhoCanFix whoCanFix, String resolution) {
        return record(update, Result.FAILED, List.of(new Failure(subject(update), cause, whoCanFix, resolution)));
    }

    private static String subject(TicketUpdate update) {
        return update.anomaly().id();
    }

    private Uni<Void> record(TicketUpdate update, Result result, List<Failure> failures) {
        return log.record(new Activity(
                update.id(),
                update.madeAt(),
                Duration.between(update.madeAt(), clock.instant()),
                Operation.NOTE,
                "deliverTicketUpdate",
                update.ticket().connection(),
                update.startedBy(),
                result,
                Map.of(
                        "source",
                        update.anomaly().source(),
                        "anomaly",
                        update.anomaly().id(),
                        "ticket",
                        update.ticketNumber().orElseGet(() -> update.ticket().id()),
                        "table",
                        update.ticket().table()),
                failures));
    }
}
