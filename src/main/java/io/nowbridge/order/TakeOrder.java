package io.nowbridge.order;

import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderWork.Stores;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Takes a purchase order that is marked as ready: a new one, or one that has changed since it could not be ordered. */
final class TakeOrder {

    /**
     * What became of it.
     *
     * @param condition what keeps it from being taken; empty if it was
     */
    record Taking(PurchaseOrder asked, OrderId order, Optional<String> condition) {}

    private final Stores stores;
    private final Decide decide;
    private final InstantSource clock;

    TakeOrder(Stores stores, Decide decide, InstantSource clock) {
        this.stores = stores;
        this.decide = decide;
        this.clock = clock;
    }

    Uni<Taking> run(Way way, OrderKey key, PurchaseOrder asked, String by) {
        return stores.orders()
                .add(order(way, key, asked, by))
                .flatMap(added -> added
                        ? Uni.createFrom().item(new Taking(asked, key.id(), Optional.empty()))
                        : stores.orders().find(key.id()).flatMap(known -> again(way, known.orElseThrow(), asked, by)));
    }

    private Order order(Way way, OrderKey key, PurchaseOrder asked, String by) {
        var now = clock.instant();
        var begun = new Event(now, "It was found ready to be ordered", by);
        return new Order(
                key,
                way.creating().id(),
                way.desk().id(),
                way.distributor().id(),
                asked,
                Stage.READY,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                begun,
                List.of(begun),
                now,
                Optional.of(now),
                0,
                1);
    }

    private Uni<Taking> again(Way way, Order known, PurchaseOrder asked, String by) {
        var left = new Taking(asked, known.id(), Optional.of(condition(way, known)));
        return isOurs(way, known) && mayChange(known.stage()) && !known.asked().equals(asked)
                ? decide.run(known.id(), order -> ready(order, asked, by))
                        .map(decision -> decision instanceof Decision.Made
                                ? new Taking(asked, known.id(), Optional.empty())
                                : left)
                : Uni.createFrom().item(left);
    }

    private static boolean isOurs(Way way, Order known) {
        return known.desk().equals(way.desk().id());
    }

    private static String condition(Way way, Order known) {
        return isOurs(way, known)
                ? condition(known.stage())
                : "Another desk has an order of its number in the same account: set a prefix of numbers in the template";
    }

    private static String condition(Stage stage) {
        return switch (stage) {
            case READY, SUBMITTING, UNCONFIRMED -> "Its order is on its way";
            case INVALID -> "It cannot be ordered as it is: its order says why";
            case HELD -> "Its order waits for an approval";
            case PLACED, DONE -> "It was ordered before";
            case REJECTED -> "The distributor did not want it: its order says why";
            case NEEDS_ATTENTION -> "A person has to find out what became of its order";
            case HANDLED -> "Somebody has taken care of its order";
        };
    }

    private static boolean mayChange(Stage stage) {
        return switch (stage) {
            case INVALID, HELD, REJECTED -> true;
            case READY, SUBMITTING, UNCONFIRMED, PLACED, NEEDS_ATTENTION, DONE, HANDLED -> false;
        };
    }

    // A submission that waits for an approval goes on; one that has failed is over, and another begins.
    private Decide.Change.Verdict ready(Order order, PurchaseOrder asked, String by) {
        if (!mayChange(order.stage())) {
            return new Decide.Change.Verdict.Refused("It is on its way");
        }
        var now = clock.instant();
        var what = "It was changed at the desk";
        var next = new NextOrder(order).asked(asked).in(Stage.READY, List.of()).at(now);
        return new Decide.Change.Verdict.Next(
                (order.stage() == Stage.HELD ? next.because(now, what, by) : next.begun(now, what, by)).made(),
                Uni.createFrom().voidItem());
    }
}
