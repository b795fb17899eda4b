package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.product.Runs.Chunks;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ends runs of which nothing is left to be done. Whoever dies at it leaves it to the next who looks. */
final class EndRun {

    // So that whoever ends a run holds no more than some ten megabytes of them.
    private static final int MOST_FAILURES = 20_000;

    private final Runs runs;
    private final Chunks chunks;
    private final RunLog log;
    private final InstantSource clock;

    EndRun(Runs runs, Chunks chunks, RunLog log, InstantSource clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.log = log;
        this.clock = clock;
    }

    /** Ends it if all its chunks have ended, or if it is to stop and nobody is at work on it; answers it as it is then. */
    Uni<Optional<Run>> ifOver(RunId id) {
        return runs.find(id)
                .flatMap(found -> found.map(run -> ifOver(run).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Has it end before its time, for this reason if there is no earlier one; answers it as it is then. */
    Uni<Optional<Run>> stop(RunId id, Failure why) {
        return runs.find(id)
                .flatMap(found -> found.filter(EndRun::mayStop)
                        .map(run ->
                                runs.change(run.stopping(why)).flatMap(written -> written ? ifOver(id) : stop(id, why)))
                        .orElseGet(() -> ifOver(id)));
    }

    private static boolean mayStop(Run run) {
        return run.state() != Run.State.ENDED && run.stop().isEmpty();
    }

    private Uni<Run> ifOver(Run run) {
        return isOver(run).flatMap(over -> over ? end(run) : Uni.createFrom().item(run));
    }

    /** Ends it, whatever is left. */
    Uni<Run> end(Run run) {
        var ended = run.ended(result(run), clock.instant());
        // Once it has ended, nobody would look whether the log knows.
        return tell(ended)
                .chain(() -> runs.change(ended))
                .flatMap(written -> written
                        ? Uni.createFrom().item(ended)
                        : ifOver(run.id()).map(now -> now.orElse(ended)));
    }

    private Uni<Void> tell(Run ended) {
        return failures(ended)
                .flatMap(failures -> log.ended(ended, ended.result().orElseThrow(), failures));
    }

    private Uni<Boolean> isOver(Run run) {
        return switch (run.state()) {
            case ENDED -> Uni.createFrom().item(false);
            // Whoever plans it sees for himself that it is to stop.
            case PLANNING -> Uni.createFrom().item(false);
            case WAITING, HELD -> Uni.createFrom().item(run.stop().isPresent());
            case WRITING ->
                run.progress().isComplete() || run.stop().isEmpty()
                        ? Uni.createFrom().item(run.progress().isComplete())
                        : isIdle(run);
        };
    }

    private Uni<Boolean> isIdle(Run run) {
        var left = run.progress().chunks() - run.progress().ended();
        return chunks.idle(run.id(), run.attempt(), clock.instant()).map(idle -> idle >= left);
    }

    private Uni<List<Failure>> failures(Run run) {
        return chunks.failed(run.id(), run.attempt())
                .select()
                .first(MOST_FAILURES)
                .onItem()
                .transformToIterable(item -> item.failure().stream().toList())
                .collect()
                .asList()
                .map(failed -> Stream.of(run.stop().stream(), untriedOnes(run), run.remarks().stream(), failed.stream())
                        .flatMap(some -> some)
                        .toList());
    }

    private static Stream<Failure> untriedOnes(Run run) {
        return Stream.of(run.untried())
                .filter(untried -> untried > 0)
                .map(untried -> new Failure(
                        run.id().value(),
                        "%d products were not tried any more".formatted(untried),
                        WhoCanFix.CALLER,
                        "Put right what ended the run; the next one takes them up by itself."));
    }

    private static Result result(Run run) {
        var failed = run.progress().failed() + run.found().malformed() + run.left();
        if (run.stop().isEmpty() && failed == 0) {
            return Result.SUCCESS;
        }
        var nothingTried = run.stop().isEmpty() && run.progress().failed() == 0;
        var anyGood = run.progress().done() > 0 || nothingTried;
        return anyGood ? Result.PARTIAL_SUCCESS : Result.FAILED;
    }
}
