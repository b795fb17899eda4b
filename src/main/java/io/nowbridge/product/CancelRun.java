package io.nowbridge.product;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.smallrye.mutiny.Uni;

/** Ends a run before its time: what is being written is finished, and nothing is begun any more. */
public final class CancelRun {

    /** What became of it. */
    public sealed interface Outcome {

        record Cancelled(Run run) implements Outcome {}

        record EndedBefore(Run run) implements Outcome {}

        record NoSuchRun() implements Outcome {}
    }

    private final Runs runs;
    private final EndRun endRun;

    CancelRun(Runs runs, EndRun endRun) {
        this.runs = runs;
        this.endRun = endRun;
    }

    public Uni<Outcome> run(RunId id, String by) {
        return runs.find(id)
                .flatMap(found -> found.map(run -> cancel(run, by))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchRun())));
    }

    private Uni<Outcome> cancel(Run run, String by) {
        if (run.state() == Run.State.ENDED) {
            return Uni.createFrom().item(new Outcome.EndedBefore(run));
        }
        if (run.stop().isPresent()) {
            return stopped(run);
        }
        var stopping = run.stopping(new Failure(
                run.id().value(),
                by + " cancelled it",
                WhoCanFix.CALLER,
                "Start another run: it goes on where this one has ended."));
        return runs.change(stopping).flatMap(written -> written ? stopped(stopping) : run(run.id(), by));
    }

    private Uni<Outcome> stopped(Run stopping) {
        return endRun.ifOver(stopping.id()).map(now -> new Outcome.Cancelled(now.orElse(stopping)));
    }
}
