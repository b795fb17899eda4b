package io.nowbridge.product;

import io.smallrye.mutiny.Uni;

/** Lets a run go on although so much is missing from the catalogue. It is planned anew, from the newest edition. */
public final class ConfirmRun {

    /** What became of it. */
    public sealed interface Outcome {

        record Confirmed(Run run) implements Outcome {}

        /** Nobody has to say anything about it. */
        record NotHeld(Run run) implements Outcome {}

        record NoSuchRun() implements Outcome {}
    }

    private final Runs runs;
    private final RunQueue queue;
    private final RunLog log;

    ConfirmRun(Runs runs, RunQueue queue, RunLog log) {
        this.runs = runs;
        this.queue = queue;
        this.log = log;
    }

    public Uni<Outcome> run(RunId id, String by) {
        return runs.find(id)
                .flatMap(found -> found.map(run -> confirm(run, by))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NoSuchRun())));
    }

    private Uni<Outcome> confirm(Run run, String by) {
        if (run.state() != Run.State.HELD || run.stop().isPresent()) {
            return Uni.createFrom().item(new Outcome.NotHeld(run));
        }
        var confirmed = run.confirmedBy(by);
        return runs.change(confirmed).flatMap(written -> written ? goOn(confirmed) : run(run.id(), by));
    }

    private Uni<Outcome> goOn(Run confirmed) {
        return log.underWay(confirmed)
                .chain(() -> queue.plan(confirmed.id()))
                .replaceWith(new Outcome.Confirmed(confirmed));
    }
}
