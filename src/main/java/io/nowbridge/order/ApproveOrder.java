package io.nowbridge.order;

import io.nowbridge.activity.Operation;
import io.nowbridge.order.Decide.Change.Verdict;
import io.nowbridge.order.Order.Approval;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Lets an order go that waits for a person, for the reasons that it waits for and for no others. */
public final class ApproveOrder {

    private final Decide decide;
    private final OrderLog log;
    private final InstantSource clock;

    ApproveOrder(Decide decide, OrderLog log, InstantSource clock) {
        this.decide = decide;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision> run(OrderId id, String by) {
        return decide.run(
                id,
                order -> order.stage() == Stage.HELD
                        ? approved(order, by)
                        : new Verdict.Refused("It does not wait for an approval"));
    }

    private Verdict approved(Order order, String by) {
        var event = new Event(clock.instant(), "It was approved", by);
        var reasons = Stream.concat(
                        order.approval().map(Approval::reasons).orElse(List.of()).stream(),
                        order.reasons().stream().map(Approvals::words))
                .distinct()
                .toList();
        var next = new NextOrder(order)
                .approved(new Approval(by, event.at(), reasons))
                .in(Stage.READY, List.of())
                .because(event.at(), event.what(), by)
                .at(event.at());
        return new Verdict.Next(next.made(), log.decision(order, Operation.ORDER, "approve", event));
    }
}
