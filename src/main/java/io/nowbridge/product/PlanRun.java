package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.product.Catalogue.Catalogues;
import io.nowbridge.product.Catalogue.Edition;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.nowbridge.product.Ways.Way;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds out what is to be done in a run, and has it done in chunks.
 *
 * <p>The catalogue's file is read once, row by row, against what is known of the desk: whatever has not changed costs no call.
 * Chunks are kept before the run says that they count; of an attempt that dies before that, nothing is ever worked on.
 */
public final class PlanRun {

    /** What became of it. */
    public sealed interface Outcome {

        /** What is to be done is on its way; a run of which nothing is to be done has ended. */
        record Planned(Run run) implements Outcome {}

        /** A person has to look at it. */
        record Held(Run run) implements Outcome {}

        /** It came to nothing, and the run says why. */
        record Stopped(Run run) implements Outcome {}

        /** The catalogue could not be read now: a later tick has it planned. */
        record Later(String cause) implements Outcome {}

        /** Somebody else plans it, or it is not to be planned. */
        record Elsewhere() implements Outcome {}
    }

    // A chunk of 250 products takes some 20 KB once it is compressed.
    private static final int CHUNKS_AT_ONCE = 20;

    // A deployment or a lack of memory may end some; one that the catalogue itself ends, ends for ever.
    private static final int MOST_ATTEMPTS = 30;

    private final Ways ways;
    private final Survey survey;
    private final Stores stores;
    private final EndRun endRun;
    private final RunLog log;
    private final Conditions conditions;

    PlanRun(Ways ways, Catalogues catalogues, Stores stores, EndRun endRun, RunLog log, Conditions conditions) {
        this.ways = ways;
        this.survey = new Survey(catalogues, stores.kept(), new EditionCounts(catalogues, stores.assortments()));
        this.stores = stores;
        this.endRun = endRun;
        this.log = log;
        this.conditions = conditions;
    }

    /** Plans it in {@code time}. */
    public Uni<Outcome> run(RunId id, Duration time) {
        var now = conditions.clock().instant();
        var until = now.plus(time).plus(conditions.pace().margin());
        return stores.runs()
                .take(id, conditions.ids().get(), now, until)
                .flatMap(taken ->
                        taken.map(this::plan).orElseGet(() -> Uni.createFrom().item(new Outcome.Elsewhere())));
    }

    private Uni<Outcome> plan(Run run) {
        if (run.stop().isPresent()) {
            return endRun.end(run).map(Outcome.Stopped::new);
        }
        if (run.attempt() > MOST_ATTEMPTS && isTooLate(run)) {
            return stop(run, neverEnded(run));
        }
        return ways.of(run.template()).flatMap(way -> switch (way) {
            case Way.Open open ->
                plan(run, open)
                        .onFailure(ConnectedSystemException.class)
                        .recoverWithUni(failure -> setBack(run, open, failure));
            case Way.Closed(var template, var obstacles) -> stop(run, obstacles.getFirst());
            case Way.NoSuchTemplate none -> stop(run, Ways.removed(run));
            case Way.NotAProductSync other -> stop(run, Ways.removed(run));
        });
    }

    private Uni<Outcome> plan(Run run, Way.Open way) {
        return run.task() == Run.Task.REFRESH ? refresh(run, way) : compare(run, way);
    }

    private Uni<Outcome> refresh(Run run, Way.Open way) {
        return survey.quotes(run, way).flatMap(plan -> cut(run, Optional.empty(), plan));
    }

    private Uni<Outcome> compare(Run run, Way.Open way) {
        return survey.newest(way)
                .flatMap(newest -> newest.map(
                                edition -> survey.edition(run, way, edition).flatMap(plan -> judge(run, edition, plan)))
                        .orElseGet(() -> stop(run, EditionTroubles.nothingArrived(way.distributor()))));
    }

    private Uni<Outcome> judge(Run run, Edition edition, Plan plan) {
        var flaw = plan.flaw();
        if (flaw.isPresent()) {
            return stop(
                    run.having(edition, plan.found(), plan.remarks()), EditionTroubles.refused(edition, flaw.get()));
        }
        plan.complete();
        return suspicion(run, plan)
                .map(why ->
                        hold(run.held(edition, plan.found(), plan.remarks(), EditionTroubles.suspicious(edition, why))))
                .orElseGet(() -> cut(run, Optional.of(edition), plan));
    }

    private Optional<String> suspicion(Run run, Plan plan) {
        var matters = run.task() == Run.Task.SYNC && run.only().isEmpty() && !run.confirmed();
        return matters ? plan.suspicion(conditions.mostVanished()) : Optional.empty();
    }

    private Uni<Outcome> hold(Run held) {
        return changed(held)
                .flatMap(ours -> ours ? log.underWay(held).replaceWith(new Outcome.Held(held)) : elsewhere(held));
    }

    private Uni<Outcome> cut(Run run, Optional<Edition> edition, Plan plan) {
        var cutter = new Cutter(run, plan.spill());
        return Multi.createFrom()
                .<Chunk>iterable(() -> cutter)
                .group()
                .intoLists()
                .of(CHUNKS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        chunks -> stores.chunks().add(chunks).replaceWith(keys(chunks)))
                .onItem()
                .<ChunkKey>transformToIterable(keys -> keys)
                .collect()
                .asList()
                .flatMap(keys -> begin(
                        run.planned(
                                edition,
                                plan.found(cutter.actions()),
                                plan.remarks(),
                                keys.size(),
                                conditions.clock().instant()),
                        keys));
    }

    private Uni<Outcome> begin(Run planned, List<ChunkKey> keys) {
        return changed(planned).flatMap(ours -> ours ? wake(planned, keys) : elsewhere(planned));
    }

    // Whatever is lost from here on, the next tick makes up for.
    private Uni<Outcome> wake(Run planned, List<ChunkKey> keys) {
        return keys.isEmpty()
                ? endRun.ifOver(planned.id()).map(now -> new Outcome.Planned(now.orElse(planned)))
                : log.underWay(planned)
                        .chain(() -> stores.queue().work(keys, Duration.ZERO))
                        .replaceWith(new Outcome.Planned(planned));
    }

    // Somebody has taken it over, or has cancelled it.
    private Uni<Outcome> elsewhere(Run run) {
        return stores.runs()
                .find(run.id())
                .flatMap(now -> now.filter(changed -> changed.attempt() == run.attempt()
                                && changed.stop().isPresent()
                                && changed.state() == Run.State.PLANNING)
                        .map(cancelled -> endRun.end(cancelled).<Outcome>map(Outcome.Stopped::new))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Elsewhere())));
    }

    private Uni<Outcome> setBack(Run run, Way.Open way, ConnectedSystemException failure) {
        var obstacle = Failure.of(way.distributor().name(), failure);
        return failure instanceof Unavailable && !isTooLate(run)
                ? changed(run.waitingAgain(obstacle)).replaceWith(new Outcome.Later(obstacle.cause()))
                : stop(run, obstacle);
    }

    private boolean isTooLate(Run run) {
        return !run.at()
                .plus(conditions.pace().patience())
                .isAfter(conditions.clock().instant());
    }

    private Uni<Outcome> stop(Run run, Failure why) {
        var stopping = run.stopping(why);
        return changed(stopping)
                .flatMap(ours -> ours ? endRun.end(stopping).map(Outcome.Stopped::new) : elsewhere(stopping));
    }

    private Uni<Boolean> changed(Run run) {
        return stores.runs().change(run);
    }

    private static List<ChunkKey> keys(List<Chunk> chunks) {
        return chunks.stream().map(Chunk::key).toList();
    }

    private static Failure neverEnded(Run run) {
        return new Failure(
                run.id().value(),
                "Its planning was begun %d times and never came to an end".formatted(run.attempt()),
                WhoCanFix.OPERATOR,
                "Look into the log of planProducts; then start another run.");
    }
}
