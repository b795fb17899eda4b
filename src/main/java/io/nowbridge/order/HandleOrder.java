package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Decide.Change.Verdict;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;

/** Notes that a person has taken care of an order, outside: nothing more is done about it. */
public final class HandleOrder {

    private final Decide decide;
    private final OrderLog log;
    private final InstantSource clock;

    HandleOrder(Decide decide, OrderLog log, InstantSource clock) {
        this.decide = decide;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision> run(OrderId id, String reason, String by) {
        return decide.run(id, order -> switch (order.stage()) {
            case READY, INVALID, HELD, UNCONFIRMED, PLACED, REJECTED, NEEDS_ATTENTION -> handled(order, reason, by);
            case SUBMITTING -> new Verdict.Refused("It is being submitted");
            case DONE -> new Verdict.Refused("Nothing more is to come of it");
            case HANDLED -> new Verdict.Refused("Somebody has taken care of it before");
        });
    }

    private Verdict handled(Order order, String reason, String by) {
        var event = new Event(clock.instant(), "It was handled: " + reason, by);
        var why = new Failure(
                order.asked().number(),
                "%s has handled it: %s".formatted(by, reason),
                WhoCanFix.NOBODY,
                "Nothing is left to do.");
        var next = new NextOrder(order)
                .in(Stage.HANDLED, List.of(why))
                .because(event.at(), event.what(), by)
                .resting()
                .made();
        var decision = log.decision(order, Operation.ORDER, "handle", event);
        return new Verdict.Next(next, isOpen(order) ? log.givenUp(order, why).chain(() -> decision) : decision);
    }

    /** Whether the log still waits for what becomes of its submission. */
    private static boolean isOpen(Order order) {
        return switch (order.stage()) {
            case READY, HELD, SUBMITTING, UNCONFIRMED -> true;
            case INVALID, PLACED, REJECTED, NEEDS_ATTENTION, DONE, HANDLED -> false;
        };
    }
}
