package io.nowbridge.order;

import io.nowbridge.order.OrderWork.Conditions;
import io.nowbridge.order.OrderWork.Stores;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Changes orders as somebody has decided, while nobody works on them, and wakes whoever goes on with them. */
final class Decide {

    /** What is to become of an order; a decision that its stage does not allow is refused in a sentence. */
    interface Change {

        sealed interface Verdict {

            /** What it is next, and what the log is told before. */
            record Next(Order order, Uni<Void> telling) implements Verdict {}

            record Refused(String cause) implements Verdict {}
        }

        Verdict of(Order order);
    }

    private final Stores stores;
    private final Conditions conditions;

    Decide(Stores stores, Conditions conditions) {
        this.stores = stores;
        this.conditions = conditions;
    }

    Uni<Decision> run(OrderId id, Change change) {
        var owner = conditions.ids().get();
        var now = conditions.clock().instant();
        return stores.orders()
                .take(id, owner, now, now.plus(conditions.pace().margin()))
                .flatMap(taken -> taken.map(order -> change(order, change, owner)
                                .eventually(() -> stores.orders().giveBack(id, owner)))
                        .orElseGet(() -> busy(id)))
                .call(this::wake);
    }

    private Uni<Decision> change(Order order, Change change, String owner) {
        return switch (change.of(order)) {
            case Change.Verdict.Refused(var cause) -> Uni.createFrom().item(new Decision.NotNow(order, cause));
            case Change.Verdict.Next(var next, var telling) ->
                telling.chain(() -> stores.orders().change(next, owner))
                        .flatMap(
                                written -> written ? Uni.createFrom().item(new Decision.Made(next)) : busy(order.id()));
        };
    }

    private Uni<Decision> busy(OrderId id) {
        return stores.orders()
                .find(id)
                .map(found -> found.<Decision>map(
                                order -> new Decision.NotNow(order, "It is being worked on at this moment"))
                        .orElseGet(Decision.NoSuchOrder::new));
    }

    private Uni<Void> wake(Decision decision) {
        return decision instanceof Decision.Made(var order)
                ? stores.queue().advance(List.of(order.id()))
                : Uni.createFrom().voidItem();
    }
}
