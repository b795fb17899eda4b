package io.nowbridge.product;

import io.nowbridge.budget.Budgets.Turn;
import io.nowbridge.connection.ProductSettings;
import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.Shift.Step;
import io.nowbridge.product.Ways.Way;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Works on a chunk of a run, and then on others of it for as long as there is time: whoever has one of the desk's turns keeps
 * it busy, and whoever gets none comes back when one may be free.
 */
public final class SyncProducts {

    /** What became of it. */
    public sealed interface Outcome {

        /** So many chunks came to an end, and so many products in them. */
        record Worked(int chunks, long done, long failed) implements Outcome {}

        /** The desk has no turn free, or cannot be written to now: it is woken again. */
        record Later(Instant notBefore) implements Outcome {}

        /** Nothing is left to be done: the chunk or its run has ended, or is to. */
        record Over() implements Outcome {}
    }

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Ways ways;
    private final ProductDesks desks;
    private final Stores stores;
    private final EndRun endRun;
    private final Conditions conditions;

    SyncProducts(Ways ways, ProductDesks desks, Stores stores, EndRun endRun, Conditions conditions) {
        this.ways = ways;
        this.desks = desks;
        this.stores = stores;
        this.endRun = endRun;
        this.conditions = conditions;
    }

    /** Works for {@code time}, and no longer than a shift. */
    public Uni<Outcome> run(ChunkKey key, Duration time) {
        var shift = conditions.pace().shift();
        var until = conditions.clock().instant().plus(time.compareTo(shift) < 0 ? time : shift);
        return stores.runs()
                .find(key.run())
                .flatMap(found -> found.filter(run -> isMeant(run, key))
                        .map(run -> run(run, key, until))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Over())));
    }

    private static boolean isMeant(Run run, ChunkKey key) {
        return run.state() == Run.State.WRITING && run.attempt() == key.attempt();
    }

    private Uni<Outcome> run(Run run, ChunkKey key, Instant until) {
        if (run.stop().isPresent()) {
            return endRun.ifOver(run.id()).replaceWith(new Outcome.Over());
        }
        return ways.of(run.template()).flatMap(way -> switch (way) {
            case Way.Open open -> takeTurn(run, open, key, until);
            case Way.Closed(var template, var obstacles) ->
                endRun.stop(run.id(), obstacles.getFirst()).replaceWith(new Outcome.Over());
            case Way.NoSuchTemplate none -> withoutTemplate(run);
            case Way.NotAProductSync other -> withoutTemplate(run);
        });
    }

    private Uni<Outcome> withoutTemplate(Run run) {
        return endRun.stop(run.id(), Ways.removed(run)).replaceWith(new Outcome.Over());
    }

    private Uni<Outcome> takeTurn(Run run, Way.Open way, ChunkKey key, Instant until) {
        var terms = new Shift.Terms(conditions.ids().get(), until);
        var desk = way.desk().id();
        return stores.budgets()
                .take(
                        desk,
                        terms.owner(),
                        ProductSettings.of(way.desk()).atOnce(),
                        conditions.clock().instant(),
                        until.plus(conditions.pace().margin()))
                .flatMap(turn -> switch (turn) {
                    case Turn.Taken taken ->
                        Uni.createFrom()
                                .deferred(() -> work(shift(run, way, key, terms)))
                                .eventually(() -> stores.budgets().giveBack(desk, terms.owner()));
                    case Turn.Wait(var notBefore) -> comeBack(key, notBefore);
                });
    }

    private Shift shift(Run run, Way.Open way, ChunkKey key, Shift.Terms terms) {
        var work = new ChunkWork(
                stores.kept(),
                conditions.clock(),
                desks.of(way.desk(), way.template()),
                ProductMapping.of(way.template()),
                run);
        return new Shift(stores, endRun, conditions, work, run, key, terms);
    }

    private static Uni<Outcome> work(Shift shift) {
        return Multi.createBy()
                .repeating()
                .uni(AtomicBoolean::new, any -> shift.step())
                .whilst(step -> !step.isLast() && shift.hasTime())
                .collect()
                .asList()
                .map(SyncProducts::outcome);
    }

    private Uni<Outcome> comeBack(ChunkKey key, Instant notBefore) {
        var wait = Duration.between(conditions.clock().instant(), notBefore);
        var delay = wait.compareTo(A_MOMENT) < 0
                ? A_MOMENT
                : wait.compareTo(RunQueue.LONGEST_DELAY) < 0 ? wait : RunQueue.LONGEST_DELAY;
        return stores.queue().work(List.of(key), delay).replaceWith(new Outcome.Later(notBefore));
    }

    private static Outcome outcome(List<Step> steps) {
        var chunks = steps.stream().mapToInt(Step::chunks).sum();
        if (chunks > 0) {
            return new Outcome.Worked(
                    chunks,
                    steps.stream().mapToLong(Step::done).sum(),
                    steps.stream().mapToLong(Step::failed).sum());
        }
        return steps.stream()
                .map(Step::later)
                .flatMap(Optional::stream)
                .findFirst()
                .<Outcome>map(Outcome.Later::new)
                .orElseGet(Outcome.Over::new);
    }
}
