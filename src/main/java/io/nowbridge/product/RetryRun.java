package io.nowbridge.product;

import io.nowbridge.product.Runs.Chunks;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Starts a run of what has failed in another. */
public final class RetryRun {

    /** What became of it. */
    public sealed interface Outcome {

        record Tried(StartRun.Outcome outcome) implements Outcome {}

        record NothingFailed() implements Outcome {}

        record UnderWay() implements Outcome {}

        record NoSuchRun() implements Outcome {}
    }

    private final Runs runs;
    private final Chunks chunks;
    private final StartRun startRun;

    RetryRun(Runs runs, Chunks chunks, StartRun startRun) {
        this.runs = runs;
        this.chunks = chunks;
        this.startRun = startRun;
    }

    public Uni<Outcome> run(RunId id, String by) {
        return runs.find(id)
                .flatMap(found -> found.map(run -> retry(run, by))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchRun())));
    }

    private Uni<Outcome> retry(Run run, String by) {
        if (run.state() != Run.State.ENDED) {
            return Uni.createFrom().item(new Outcome.UnderWay());
        }
        // What was not tried has no list: the whole is done again, and costs nothing where it is done.
        return run.stop().isPresent() || run.progress().failed() > Run.MOST_ONLY
                ? start(run, run.only(), by)
                : failed(run)
                        .flatMap(failed -> failed.isEmpty()
                                ? Uni.createFrom().item(new Outcome.NothingFailed())
                                : start(run, failed, by));
    }

    private Uni<List<Sku>> failed(Run run) {
        return chunks.failed(run.id(), run.attempt()).map(Item::sku).collect().asList();
    }

    private Uni<Outcome> start(Run run, List<Sku> only, String by) {
        return startRun.run(new StartRun.Order(run.template(), run.task(), only, by))
                .map(Outcome.Tried::new);
    }
}
