package io.nowbridge.activity;

import io.nowbridge.activity.Repeat.Outcome.NotFromHere;
import io.nowbridge.activity.Repeat.Outcome.Retried;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries once more what an entry tells of, as the feature knows it that wrote the entry. */
public final class RetryEntry {

    private static final String WHERE_IT_WAS_DONE =
            "Do it again where it was done: the log does not have all that it takes.";

    /**
     * What is to be tried again.
     *
     * @param note the text to be written instead, for a note
     */
    public record Order(String by, EntryKey entry, Optional<String> note) {}

    /** What became of it. */
    public sealed interface Outcome {

        record NoSuchEntry() implements Outcome {}

        /** It has not failed, so that there is nothing to be repeated. */
        record NotFailed(Result result) implements Outcome {}

        record Tried(Repeat.Outcome outcome) implements Outcome {}
    }

    private final ActivityHistory history;
    private final ActivityLog log;
    private final Map<String, Repeat> repeats;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public RetryEntry(
            ActivityHistory history, ActivityLog log, List<Repeat> repeats, InstantSource clock, Supplier<String> ids) {
        this.history = history;
        this.log = log;
        this.repeats = repeats.stream()
                .flatMap(repeat -> repeat.functions().stream().map(function -> Map.entry(function, repeat)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.clock = clock;
        this.ids = ids;
    }

    public Uni<Outcome> run(Order order) {
        return history.find(order.entry())
                .flatMap(found -> found.map(entry -> retry(order, entry))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchEntry())));
    }

    private Uni<Outcome> retry(Order order, Activity entry) {
        return switch (entry.result()) {
            case SUCCESS, UNDER_WAY -> Uni.createFrom().item(new Outcome.NotFailed(entry.result()));
            case PARTIAL_SUCCESS, FAILED -> repeat(order, entry).map(Outcome.Tried::new);
        };
    }

    private Uni<Repeat.Outcome> repeat(Order order, Activity entry) {
        var began = clock.instant();
        return Optional.ofNullable(repeats.get(entry.function()))
                .map(repeat -> repeat.run(entry, order.by(), order.note()))
                .orElseGet(() -> Uni.createFrom().item(new NotFromHere(WHERE_IT_WAS_DONE)))
                .call(outcome -> outcome instanceof Retried(var items)
                        ? record(order, entry, began, items)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> record(Order order, Activity entry, Instant began, int items) {
        var subjects = Stream.concat(
                        entry.subjects().entrySet().stream(),
                        Map.of("action", "retry", "entry", entry.id(), "items", Integer.toString(items))
                                .entrySet()
                                .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (its, ours) -> ours));
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.REPLAY,
                "actOnActivity",
                entry.connection(),
                order.by(),
                Result.SUCCESS,
                subjects,
                List.of()));
    }
}
