package io.nowbridge.order;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what happens to orders at their distributor into the Sync Activity Log: an entry for each time that it is news. */
final class StatusLog {

    static final String FUNCTION = "getOrderStatus";

    private final ActivityLog log;
    private final InstantSource clock;

    StatusLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The distributor says that this has happened. */
    Uni<Void> happened(Order order, Way way, Instant began, Standing standing, List<String> news) {
        return record(order, way, began, Result.SUCCESS, standing.status().label(), news, List.of());
    }

    /** It could not be found out how it stands. */
    Uni<Void> failed(Order order, Way way, Instant began, Failure failure) {
        return record(order, way, began, Result.FAILED, "unknown", List.of(failure.cause()), List.of(failure));
    }

    /** What it shows at the desk is not all that it should. */
    Uni<Void> incomplete(Order order, Way way, Instant began, List<Failure> failures) {
        var causes = failures.stream().map(Failure::cause).toList();
        return record(order, way, began, Result.PARTIAL_SUCCESS, "shown", causes, failures);
    }

    private Uni<Void> record(
            Order order,
            Way way,
            Instant began,
            Result result,
            String status,
            List<String> words,
            List<Failure> failures) {
        var entry = new Activity(
                id(order, status, words),
                began,
                Duration.between(began, clock.instant()),
                Operation.ORDER_STATUS,
                FUNCTION,
                order.desk(),
                "schedule",
                result,
                Map.of(
                        "order", order.asked().number(),
                        "distributor", order.distributor().value(),
                        "status", status),
                failures);
        return log.record(entry.of(way.following().orElse(way.creating()).id().value()));
    }

    // The same of the same version: whoever does it again after a crash writes the same entry.
    private static String id(Order order, String status, List<String> words) {
        var all = Stream.concat(Stream.of(Long.toString(order.version()), status), words.stream())
                .toList();
        return "status %s %s".formatted(order.id(), Digest.of(all).substring(0, 16));
    }
}
