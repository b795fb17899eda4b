package io.nowbridge.product;

import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;

/** Takes care of runs that have not ended: wakes whoever should be at work, ends what is over, and tells the log. */
final class LeftRuns {

    // As many as SQS takes in ten calls; whoever works goes on to the next by himself.
    private static final int MOST_WOKEN = 100;

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

    /** Tells how many have not ended. */
    Uni<Integer> run() {
        return stores.runs()
                .open()
                .flatMap(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(this::care)
                        .onItem()
                        .ignoreAsUni()
                        .replaceWith(open.size()));
    }

    private Uni<Void> care(Run run) {
        return endRun.ifOver(run.id())
                .flatMap(now -> now.filter(still -> still.state() != Run.State.ENDED)
                        .map(still -> wake(still).chain(() -> tell(still)))
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

    // It may have ended while this was written, and then this would be what the log says for ever.
    private Uni<Void> tell(Run run) {
        return log.underWay(run)
                .chain(() -> stores.runs().find(run.id()))
                .flatMap(now -> now.filter(ended -> ended.state() == Run.State.ENDED)
                        .map(endRun::tell)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
