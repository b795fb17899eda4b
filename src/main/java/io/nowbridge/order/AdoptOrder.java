package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Event;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.order.OrderWork.Stores;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Follows an order from now on that was placed elsewhere, if what the distributor has is what the purchase order asks for. */
public final class AdoptOrder {

    /** What became of it. */
    public sealed interface Outcome {

        /** It is on its way, or was before. */
        record Adopted(Order order) implements Outcome {}

        /** The distributor has no order of the number, or the desk no purchase order. */
        record NotThere(String cause) implements Outcome {}

        record NoSuchTemplate() implements Outcome {}

        /** Nobody can be asked now, and why. */
        record NotNow(List<Failure> obstacles) implements Outcome {

            public NotNow {
                obstacles = List.copyOf(obstacles);
            }
        }
    }

    private final Ways ways;
    private final OrderDesks desks;
    private final Distributors distributors;
    private final Stores stores;
    private final InstantSource clock;

    AdoptOrder(Ways ways, OrderDesks desks, Distributors distributors, Stores stores, InstantSource clock) {
        this.ways = ways;
        this.desks = desks;
        this.distributors = distributors;
        this.stores = stores;
        this.clock = clock;
    }

    /** Adopts it by the number that the distributor has. */
    public Uni<Outcome> run(TemplateId template, String number, String by) {
        return ways.of(template).flatMap(found -> switch (found) {
            case Ways.Found.Open(var way) ->
                adopt(way, number, by)
                        .onFailure(ConnectedSystemException.class)
                        .recoverWithItem(failure -> new Outcome.NotNow(List.of(Failure.of(number, failure))));
            case Ways.Found.Closed(var creating, var obstacles) ->
                Uni.createFrom().item(new Outcome.NotNow(obstacles));
            case Ways.Found.NoSuchTemplate none -> Uni.createFrom().item(new Outcome.NoSuchTemplate());
            case Ways.Found.CreatesNoOrders other -> Uni.createFrom().item(new Outcome.NoSuchTemplate());
        });
    }

    private Uni<Outcome> adopt(Way way, String number, String by) {
        var distributor = distributors.of(way.distributor());
        return distributor
                .account()
                .map(account -> new OrderKey(account, number))
                .flatMap(key -> stores.orders()
                        .find(key.id())
                        .flatMap(known -> known.map(order -> known(way, order))
                                .orElseGet(() -> distributor
                                        .standing(number)
                                        .flatMap(standing -> standing.isPresent()
                                                ? find(way, key, by)
                                                : notThere("%s has no order %s"
                                                        .formatted(
                                                                way.distributor()
                                                                        .name(),
                                                                number))))));
    }

    private static Uni<Outcome> known(Way way, Order order) {
        return order.desk().equals(way.desk().id())
                ? Uni.createFrom().item(new Outcome.Adopted(order))
                : notThere("The order %s is known, and belongs to another desk"
                        .formatted(order.key().number()));
    }

    private Uni<Outcome> find(Way way, OrderKey key, String by) {
        var prefix = CreateOrders.NUMBER_PREFIX.of(way.creating());
        var number = key.number().startsWith(prefix) ? key.number().substring(prefix.length()) : key.number();
        return desks.of(way.desk(), way.creating())
                .find(number)
                .flatMap(found -> found.map(asked -> add(order(way, key, asked, by)))
                        .orElseGet(() -> notThere("%s has no purchase order %s"
                                .formatted(way.desk().name(), number))));
    }

    // Whether it is the same is found out as for any order that may have left.
    private Order order(Way way, OrderKey key, PurchaseOrder asked, String by) {
        var now = clock.instant();
        var begun = new Event(now, "It was placed elsewhere, and is adopted", by);
        return new Order(
                key,
                way.creating().id(),
                way.desk().id(),
                way.distributor().id(),
                asked,
                Stage.UNCONFIRMED,
                List.of(),
                Optional.empty(),
                Optional.of(new Submission(now, 1, true, items(asked))),
                Optional.empty(),
                Optional.empty(),
                begun,
                List.of(begun),
                now,
                Optional.of(now),
                0,
                1);
    }

    private static List<Item> items(PurchaseOrder asked) {
        return asked.lines().stream()
                .map(line -> new Item(
                        line.number(),
                        line.sku(),
                        line.pieces().orElse(0L),
                        line.unitPrice().map(Money::amount).orElse(BigDecimal.ZERO)))
                .toList();
    }

    private Uni<Outcome> add(Order order) {
        return stores.orders()
                .add(order)
                .chain(() -> stores.queue().advance(List.of(order.id())))
                .chain(() -> stores.orders().find(order.id()))
                .map(now -> new Outcome.Adopted(now.orElse(order)));
    }

    private static Uni<Outcome> notThere(String cause) {
        return Uni.createFrom().item(new Outcome.NotThere(cause));
    }
}
