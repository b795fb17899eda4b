package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Activity.Counts;
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

/** Writes how far a replay has come into the Sync Activity Log: one entry, which each step replaces. */
final class ReplayLog {

    private final ActivityLog log;
    private final InstantSource clock;

    ReplayLog(ActivityLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    // How much is left nobody knows before it has been looked for: at least one.
    Uni<Void> underWay(Replay replay, List<Failure> failures) {
        return record(replay, replay.reached(), Result.UNDER_WAY, new Counts(replay.done(), 0, 1), failures);
    }

    Uni<Void> finished(Replay replay) {
        return record(replay, replay.to(), Result.SUCCESS, new Counts(replay.done(), 0, 0), List.of());
    }

    Uni<Void> givenUp(Replay replay, Failure failure) {
        var result = replay.done() == 0 ? Result.FAILED : Result.PARTIAL_SUCCESS;
        return record(replay, replay.reached(), result, new Counts(replay.done(), 1, 0), List.of(failure));
    }

    private Uni<Void> record(Replay replay, Instant reached, Result result, Counts counts, List<Failure> failures) {
        return log.record(new Activity(
                        replay.id(),
                        replay.began(),
                        Duration.between(replay.began(), clock.instant()),
                        Operation.REPLAY,
                        "replayWindows",
                        replay.connection(),
                        replay.by(),
                        result,
                        Map.of(
                                "from", replay.from().toString(),
                                "to", replay.to().toString(),
                                "reached", reached.toString()),
                        failures)
                .with(counts));
    }
}
