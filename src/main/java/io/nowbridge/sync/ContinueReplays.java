package io.nowbridge.sync;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Brings the replays that are under way further, step by step.
 *
 * <p>A step's wake-ups are sent before it is noted that they are, so that one which died in between is done again: it wakes whom
 * it woke before, and they find nothing new.
 */
public final class ContinueReplays {

    // How long one run takes up further steps, of the function's 29 s.
    private static final Duration RUN = Duration.ofSeconds(12);

    /** How long a step may take, so that a connection that never comes to its end leaves the function's time to the next. */
    static final Duration STEP = Duration.ofSeconds(10);

    // How long a replay may wait for its system before it is given up.
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** How many tickets were woken and anomalies brought, and what did not go. */
    public record Report(long brought, List<Failure> failures) {

        public Report {
            failures = List.copyOf(failures);
        }
    }

    private final Connections connections;
    private final OpenReplays replays;
    private final ReplayStep step;
    private final ReplayLog log;
    private final InstantSource clock;
    private final Duration longestStep;

    ContinueReplays(
            Connections connections,
            OpenReplays replays,
            ReplayStep step,
            ReplayLog log,
            InstantSource clock,
            Duration longestStep) {
        this.connections = connections;
        this.replays = replays;
        this.step = step;
        this.log = log;
        this.clock = clock;
        this.longestStep = longestStep;
    }

    public Uni<Report> run() {
        var until = clock.instant().plus(RUN);
        return connections
                .all()
                .onItem()
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(connection -> goOn(connection, until))
                .collect()
                .asList()
                .map(reports -> new Report(
                        reports.stream().mapToLong(Report::brought).sum(),
                        reports.stream()
                                .flatMap(report -> report.failures().stream())
                                .toList()));
    }

    // One system's failure never stops the next.
    private Uni<Report> goOn(Connection connection, Instant until) {
        return Multi.createBy()
                .repeating()
                .uni(() -> one(connection))
                .whilst(further -> further.isPresent() && clock.instant().isBefore(until))
                .collect()
                .with(Collectors.summingLong((Optional<Long> brought) -> brought.orElse(0L)))
                .map(brought -> new Report(brought, List.of()))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> stuck(connection, Failure.of(connection.name(), failure)));
    }

    /** How much a step has brought; empty where no other follows now. */
    private Uni<Optional<Long>> one(Connection connection) {
        return replays.find(connection.id())
                .flatMap(found -> found.map(replay -> one(connection, replay))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Long>> one(Connection connection, Replay replay) {
        return step.run(connection, replay)
                .ifNoItem()
                .after(longestStep)
                .recoverWithItem(new ReplayStep.Outcome.TooLong())
                .flatMap(outcome -> switch (outcome) {
                    case ReplayStep.Outcome.Further(var after) -> further(replay, after);
                    case ReplayStep.Outcome.Finished(var last) ->
                        log.finished(last)
                                .chain(() -> replays.end(last, clock.instant()))
                                .replaceWith(Optional.empty());
                    case ReplayStep.Outcome.Closed closed ->
                        stuck(connection, closed(connection)).replaceWith(Optional.empty());
                    case ReplayStep.Outcome.TooLong tooLong ->
                        stuck(connection, tooLong(connection)).replaceWith(Optional.empty());
                });
    }

    // Where somebody else has come further, he goes on.
    private Uni<Optional<Long>> further(Replay before, Replay after) {
        return replays.goOn(before, after)
                .flatMap(ours -> ours
                        ? log.underWay(after, List.of()).replaceWith(Optional.of(after.done() - before.done()))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Report> stuck(Connection connection, Failure failure) {
        return replays.find(connection.id())
                .flatMap(found -> found.map(replay -> waitOrGiveUp(replay, failure))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .replaceWith(new Report(0, List.of(failure)));
    }

    private Uni<Void> waitOrGiveUp(Replay replay, Failure failure) {
        var now = clock.instant();
        return now.isBefore(replay.began().plus(PATIENCE))
                ? log.underWay(replay, List.of(failure))
                : log.givenUp(replay, failure).chain(() -> replays.end(replay, now));
    }

    private Failure tooLong(Connection connection) {
        return new Failure(
                connection.name(),
                "A step took longer than %d ms".formatted(longestStep.toMillis()),
                WhoCanFix.NOBODY,
                "It is begun anew each minute for a day, and finds done what was done: if that does not end it, replay shorter"
                        + " windows.");
    }

    private static Failure closed(Connection connection) {
        return new Failure(
                connection.name(),
                "Nothing flows over the connection",
                WhoCanFix.ADMINISTRATOR,
                "Enable or reconnect it within a day: the replay goes on then.");
    }
}
