package io.nowbridge.order;

import io.nowbridge.order.Decide.Change.Verdict;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/**
 * Begins another submission of an order that has come to nothing: it is checked again, and looked for at the distributor first
 * if it may be there.
 */
public final class RetryOrder {

    private final Decide decide;
    private final InstantSource clock;

    RetryOrder(Decide decide, InstantSource clock) {
        this.decide = decide;
        this.clock = clock;
    }

    public Uni<Decision> run(OrderId id, String by) {
        return decide.run(id, order -> switch (order.stage()) {
            case INVALID, REJECTED -> begun(order, Stage.READY, by);
            case NEEDS_ATTENTION -> begun(order, order.submission().isPresent() ? Stage.UNCONFIRMED : Stage.READY, by);
            case READY -> atOnce(order, by);
            case HELD -> new Verdict.Refused("It waits for an approval");
            case SUBMITTING, UNCONFIRMED -> new Verdict.Refused("The distributor is asked whether it has the order");
            case PLACED, DONE -> new Verdict.Refused("The distributor has it");
            case HANDLED -> new Verdict.Refused("Somebody has taken care of it");
        });
    }

    private Verdict begun(Order order, Stage stage, String by) {
        var now = clock.instant();
        var next = new NextOrder(order)
                .in(stage, List.of())
                .begun(now, "It was retried", by)
                .at(now)
                .made();
        return new Verdict.Next(next, Uni.createFrom().voidItem());
    }

    private Verdict atOnce(Order order, String by) {
        var now = clock.instant();
        return new Verdict.Next(
                new NextOrder(order).because(now, "It was retried", by).at(now).made(),
                Uni.createFrom().voidItem());
    }
}
