package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.Runs.Taking;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a worker does while it has a turn at the desk: one chunk of a run after the other. */
final class Shift {

    // Enough to find one that no other worker takes at the same moment.
    private static final int CANDIDATES = 20;

    // The windows of ServiceNow's rate limits last an hour; who asks for more is not believed.
    private static final Duration LONGEST_PARKING = Duration.ofHours(1);

    // Longer than any pause: whoever can say why a chunk fails has said it by then.
    private static final Duration GRACE = Duration.ofHours(2);

    /**
     * What became of one chunk.
     *
     * @param chunks how many came to an end: it, or none
     * @param later when it is tried again, if it is
     */
    record Step(int chunks, long done, long failed, Optional<Instant> later, boolean isLast) {

        static final Step NOTHING_LEFT = new Step(0, 0, 0, Optional.empty(), true);
    }

    /** Whose it is, and until when. */
    record Terms(String owner, Instant until) {}

    private final Stores stores;
    private final EndRun endRun;
    private final Conditions conditions;
    private final Pauses pauses;
    private final ChunkWork work;
    private final Run run;
    private final Terms terms;
    private final Deque<ChunkKey> candidates = new ArrayDeque<>();

    Shift(Stores stores, EndRun endRun, Conditions conditions, ChunkWork work, Run run, ChunkKey first, Terms terms) {
        this.stores = stores;
        this.endRun = endRun;
        this.conditions = conditions;
        this.pauses = new Pauses(conditions.chance(), conditions.pace().longestPause());
        this.work = work;
        this.run = run;
        this.terms = terms;
        this.candidates.add(first);
    }

    /** Works on the next chunk that nobody works on. */
    Uni<Step> step() {
        return next().flatMap(chunk ->
                chunk.map(this::work).orElseGet(() -> Uni.createFrom().item(Step.NOTHING_LEFT)));
    }

    /** Whether there is time for another. */
    boolean hasTime() {
        return !now().plus(conditions.pace().chunk()).isAfter(terms.until());
    }

    private Uni<Optional<Chunk>> next() {
        return candidates.isEmpty()
                ? stores.chunks()
                        .due(run.id(), run.attempt(), now())
                        .select()
                        .first(CANDIDATES)
                        .collect()
                        .asList()
                        .invoke(candidates::addAll)
                        .flatMap(due -> takeOne())
                : takeOne()
                        .flatMap(taken -> taken.isPresent() ? Uni.createFrom().item(taken) : next());
    }

    private Uni<Optional<Chunk>> takeOne() {
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var until = terms.until().plus(conditions.pace().margin());
        return stores.chunks()
                .take(candidates.remove(), terms.owner(), now(), until)
                .flatMap(taking -> taking instanceof Taking.Taken(var chunk)
                        ? Uni.createFrom().item(Optional.of(chunk))
                        : takeOne());
    }

    private Uni<Step> work(Chunk chunk) {
        candidates.clear();
        return goesOn().flatMap(goesOn -> goesOn ? settle(chunk) : leave(chunk));
    }

    // Whoever has a run stopped looks after that who has a chunk, and we have one: so one of us sees the other.
    private Uni<Boolean> goesOn() {
        return stores.runs()
                .find(run.id())
                .map(found -> found.filter(now -> now.state() == Run.State.WRITING
                                && now.attempt() == run.attempt()
                                && now.stop().isEmpty())
                        .isPresent());
    }

    private Uni<Step> leave(Chunk chunk) {
        return stores.chunks()
                .giveBack(chunk.key(), terms.owner(), now())
                .chain(() -> endRun.ifOver(run.id()))
                .replaceWith(Step.NOTHING_LEFT);
    }

    private Uni<Step> settle(Chunk chunk) {
        if (chunk.attempts() > 0 && isTooLate(GRACE)) {
            return giveUp(chunk, sku -> neverEnded(sku, chunk.attempts()));
        }
        return work.run(chunk.changes())
                .flatMap(items -> end(chunk, items))
                .onFailure(ConnectedSystemException.class)
                .recoverWithUni(failure -> setBack(chunk, failure));
    }

    private Uni<Step> end(Chunk chunk, List<Item> items) {
        var failed = items.stream()
                .filter(item -> item.outcome() == Item.Outcome.FAILED)
                .count();
        return stores.chunks()
                .end(chunk.key(), terms.owner(), items)
                .flatMap(now -> now.map(counted -> ended(counted)
                                .map(isLast -> new Step(1, items.size() - failed, failed, Optional.empty(), isLast)))
                        .orElseGet(() -> Uni.createFrom().item(Step.NOTHING_LEFT)));
    }

    /** Whether nothing more is to be done in the run. */
    private Uni<Boolean> ended(Run counted) {
        return counted.progress().isComplete() || counted.stop().isPresent()
                ? endRun.ifOver(counted.id()).replaceWith(true)
                : Uni.createFrom().item(false);
    }

    private Uni<Step> setBack(Chunk chunk, ConnectedSystemException failure) {
        return switch (failure) {
            case Unavailable busy when busy.asked() -> park(chunk, busy);
            case Unavailable down -> tryLater(chunk, down, down.retryAfter());
            case Unintelligible answer -> tryLater(chunk, answer, Duration.ZERO);
            case Rejected refusal -> giveUp(chunk, sku -> Failure.of(sku.value(), refusal));
            case Unauthorized refusal -> stop(chunk, refusal);
            case Forbidden refusal -> stop(chunk, refusal);
        };
    }

    // Any other call would be told the same.
    private Uni<Step> park(Chunk chunk, Unavailable busy) {
        var until = now().plus(shorter(busy.retryAfter(), LONGEST_PARKING));
        return stores.budgets().pause(desk(), until).chain(() -> tryLater(chunk, busy, busy.retryAfter()));
    }

    private Uni<Step> tryLater(Chunk chunk, ConnectedSystemException failure, Duration least) {
        if (isTooLate(Duration.ZERO)) {
            return giveUp(chunk, sku -> Failure.of(sku.value(), failure));
        }
        var pause = pauses.after(chunk.attempts() + 1, shorter(least, LONGEST_PARKING));
        var next = now().plus(pause);
        return stores.chunks()
                .giveBack(chunk.key(), terms.owner(), next)
                .chain(() -> stores.queue().work(List.of(chunk.key()), shorter(pause, RunQueue.LONGEST_DELAY)))
                .replaceWith(new Step(0, 0, 0, Optional.of(next), true));
    }

    private Uni<Step> giveUp(Chunk chunk, Function<Sku, Failure> why) {
        return work.giveUp(chunk.changes(), why).flatMap(items -> end(chunk, items));
    }

    private Uni<Step> stop(Chunk chunk, ConnectedSystemException refusal) {
        return stores.chunks()
                .giveBack(chunk.key(), terms.owner(), now())
                .chain(() -> endRun.stop(run.id(), Failure.of(desk().value(), refusal)))
                .replaceWith(Step.NOTHING_LEFT);
    }

    private boolean isTooLate(Duration grace) {
        var patience = conditions.pace().patience().plus(grace);
        return run.progress()
                .writingSince()
                .filter(since -> since.plus(patience).isBefore(now()))
                .isPresent();
    }

    private static Failure neverEnded(Sku sku, int attempts) {
        return new Failure(
                sku.value(),
                "The work on it was begun %d times and never came to an end".formatted(attempts),
                WhoCanFix.OPERATOR,
                "Look into the log of syncProducts; the next run takes it up by itself.");
    }

    private ConnectionId desk() {
        return run.pairing().desk();
    }

    private Instant now() {
        return conditions.clock().instant();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
