package io.nowbridge.product;

import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Takes care of runs that have not ended: wakes whoever should be at work, ends what is over, and tells the log. */
final class LeftRuns {

    // As many as a desk can have turns: whoever works goes on to the next by himself, and the rest would come in vain,
    // again and
    // again.
    private static final int MOST_WOKEN = 16;

    private final Stores stores;
    private final RunLog log;
    private final EndRun endRun;
    private final InstantSource clock;

    LeftRuns(Stores stores, RunLog log, EndRun endRun, Conditions conditions) {
        this.stores = stores;
        this.log = log;
        this.endRun = endRun;
        this.clock = conditions.clock();
    }

    /** Tells how many have not ended. What goes wrong with one keeps none of the others waiting, and fails the whole at the end. */
    Uni<Integer> run() {
        return stores.runs()
                .open()
                .flatMap(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUni(this::care)
                        .collectFailures()
                        .concatenate()
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(open.size()));
    }

    private Uni<Void> care(Run run) {
        return endRun.ifOver(run.id())
                .flatMap(now -> now.filter(still -> still.state() != Run.State.ENDED)
                        .map(still -> wake(still).chain(() -> log.underWay(still)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> wake(Run run) {
        return switch (run.state()) {
            case WAITING, PLANNING -> stores.queue().plan(run.id());
            case WRITING -> run.stop().isPresent() ? Uni.createFrom().voidItem() : wakeChunks(run);
            case HELD, ENDED -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> wakeChunks(Run run) {
        return stores.chunks()
                .due(run.id(), run.attempt(), clock.instant())
                .select()
                .first(MOST_WOKEN)
                .collect()
                .asList()
                .flatMap(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : stores.queue().work(due, Duration.ZERO));
    }
}
