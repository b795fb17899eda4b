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
        return run.state() == Run.State.ENDED
                ? Uni.createFrom().item(new Outcome.EndedBefore(run))
                : endRun.stop(run.id(), cancelled(run, by)).map(now -> new Outcome.Cancelled(now.orElse(run)));
    }

    private static Failure cancelled(Run run, String by) {
        return new Failure(
                run.id().value(),
                by + " cancelled it",
                WhoCanFix.CALLER,
                "Start another run: it goes on where this one has ended.");
    }
}
