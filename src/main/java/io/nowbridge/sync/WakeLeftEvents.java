package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyEvents;
import io.nowbridge.anomaly.AnomalyEvents.Left;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Wakes, once more, the followers of events that should long be done: their wake-up was lost, or their platform could not be
 * asked. One that waits too long is reported, and in the end given up, since it would stand before the younger ones for ever.
 */
public final class WakeLeftEvents {

    /**
     * How long an event may take.
     *
     * @param quiet how long it is left to its first wake-up
     * @param late when it is reported
     * @param end when it is given up
     * @param most the events that one run takes up, the oldest first
     */
    public record Patience(Duration quiet, Duration late, Duration end, int most) {}

    /** What was made of them; those that are late are among the woken. */
    public record Report(int woken, int late, int givenUp) {}

    private static final int AT_ONCE = 8;

    private final AnomalyEvents events;
    private final AnomalyWakeups wakeups;
    private final AnomalyPlatforms platforms;
    private final ActivityLog log;
    private final InstantSource clock;
    private final Patience patience;

    public WakeLeftEvents(
            AnomalyEvents events,
            AnomalyWakeups wakeups,
            AnomalyPlatforms platforms,
            ActivityLog log,
            InstantSource clock,
            Patience patience) {
        this.events = events;
        this.wakeups = wakeups;
        this.platforms = platforms;
        this.log = log;
        this.clock = clock;
        this.patience = patience;
    }

    public Uni<Report> run() {
        var now = clock.instant();
        return events.leftBehind(now.minus(patience.quiet()), patience.most()).flatMap(left -> {
            var over = waitingSince(left, now.minus(patience.end()));
            var late = waitingSince(left, now.minus(patience.late())).stream()
                    .filter(each -> !over.contains(each))
                    .toList();
            var woken = left.stream()
                    .filter(each -> !over.contains(each))
                    .map(Left::event)
                    .toList();
            return wake(woken)
                    .chain(() -> each(late, this::report))
                    .chain(() -> each(over, this::giveUp))
                    .replaceWith(new Report(woken.size(), late.size(), over.size()));
        });
    }

    private static List<Left> waitingSince(List<Left> left, Instant latest) {
        return left.stream().filter(each -> !each.keptAt().isAfter(latest)).toList();
    }

    private Uni<Void> wake(List<AnomalyEvent> left) {
        return left.isEmpty() ? Uni.createFrom().voidItem() : wakeups.wake(left);
    }

    /** Something to be done about an event. */
    private interface Step {

        Uni<Void> about(Left left);
    }

    private static Uni<Void> each(List<Left> left, Step step) {
        return Multi.createFrom()
                .iterable(left)
                .onItem()
                .transformToUni(step::about)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> report(Left left) {
        return record(
                left,
                "Nobody could do what the event asks for since " + left.keptAt(),
                "Test the connection to the platform; if it passes, look into the log of followAnomaly. It is tried again at"
                        + " each tick, and given up at " + left.keptAt().plus(patience.end()) + ".");
    }

    // What cannot be written down is not given up.
    private Uni<Void> giveUp(Left left) {
        return record(
                        left,
                        "Nobody could do what the event asks for since " + left.keptAt() + ", and it was given up",
                        "Compare the anomaly with its tickets. A change of its status is still found by the sweep.")
                .chain(() -> events.done(left.event(), clock.instant()));
    }

    // Under the event's id and time: what is found out later replaces what was written before.
    private Uni<Void> record(Left left, String cause, String resolution) {
        var event = left.event();
        var anomaly = event.anomaly().id();
        var failure = new Failure(anomaly.id(), cause, WhoCanFix.ADMINISTRATOR, resolution);
        return platforms
                .connection(anomaly.source())
                .map(found -> found.map(Connection::id).orElse(Activity.UNCONNECTED))
                .flatMap(connection -> log.record(new Activity(
                        "event %s %s %s".formatted(anomaly.source(), anomaly.id(), event.id()),
                        left.keptAt(),
                        Duration.between(left.keptAt(), clock.instant()),
                        Operation.STATUS_UPDATE,
                        "followAnomaly",
                        connection,
                        anomaly.source(),
                        Result.FAILED,
                        Map.of("source", anomaly.source(), "anomaly", anomaly.id(), "event", event.id()),
                        List.of(failure))));
    }
}
