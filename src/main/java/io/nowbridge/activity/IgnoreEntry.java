package io.nowbridge.activity;

import io.nowbridge.activity.Activity.Ignored;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Notes that somebody leaves the failures of an entry as they are, and why. Doing so again replaces the reason. */
public final class IgnoreEntry {

    /** The longest reason. */
    public static final int LONGEST_REASON = 500;

    /** What is to be left as it is. */
    public record Order(String by, EntryKey entry, String reason) {}

    /** What became of it. */
    public sealed interface Outcome {

        record NoSuchEntry() implements Outcome {}

        /** There is no failure in it to be left. */
        record NotFailed(Result result) implements Outcome {}

        record Noted() implements Outcome {}
    }

    private final ActivityHistory history;
    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public IgnoreEntry(ActivityHistory history, ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.history = history;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    public Uni<Outcome> run(Order order) {
        return history.find(order.entry())
                .flatMap(found -> found.map(entry -> ignore(order, entry))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchEntry())));
    }

    private Uni<Outcome> ignore(Order order, Activity entry) {
        return switch (entry.result()) {
            case SUCCESS, UNDER_WAY -> Uni.createFrom().item(new Outcome.NotFailed(entry.result()));
            case PARTIAL_SUCCESS, FAILED -> note(order, entry);
        };
    }

    private Uni<Outcome> note(Order order, Activity entry) {
        var ignored = new Ignored(order.by(), clock.instant(), order.reason());
        return history.ignore(entry.key(), ignored)
                .flatMap(isThere -> isThere
                        ? record(entry, ignored).replaceWith(new Outcome.Noted())
                        : Uni.createFrom().item(new Outcome.NoSuchEntry()));
    }

    private Uni<Void> record(Activity entry, Ignored ignored) {
        return log.record(new Activity(
                ids.get(),
                ignored.at(),
                Duration.between(ignored.at(), clock.instant()),
                entry.operation(),
                "actOnActivity",
                entry.connection(),
                ignored.by(),
                Result.SUCCESS,
                Map.of("action", "ignore", "entry", entry.id(), "reason", ignored.reason()),
                List.of()));
    }
}
