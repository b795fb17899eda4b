package io.nowbridge.order;

import io.nowbridge.activity.Operation;
import io.nowbridge.order.Decide.Change.Verdict;
import io.nowbridge.order.Order.Event;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Has the distributor asked now how an order stands. */
public final class AskDistributor {

    private final Decide decide;
    private final OrderLog log;
    private final InstantSource clock;

    AskDistributor(Decide decide, OrderLog log, InstantSource clock) {
        this.decide = decide;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision> run(OrderId id, String by) {
        return decide.run(id, order -> switch (order.stage()) {
            case PLACED -> asked(order, by);
            // Before it was asked for once, it may be there without being seen.
            case UNCONFIRMED ->
                order.tries() > 0
                        ? asked(order, by)
                        : new Verdict.Refused("It is asked as soon as the distributor can show the order");
            case NEEDS_ATTENTION -> new Verdict.Refused("Retry it: the distributor is asked first");
            case READY, INVALID, HELD, SUBMITTING, REJECTED, DONE, HANDLED ->
                new Verdict.Refused("There is nothing to ask for");
        });
    }

    private Verdict asked(Order order, String by) {
        var event = new Event(clock.instant(), "The distributor is asked", by);
        var next = new NextOrder(order).because(event.at(), event.what(), by).at(event.at());
        return new Verdict.Next(next.made(), log.decision(order, Operation.ORDER_STATUS, "ask", event));
    }
}
