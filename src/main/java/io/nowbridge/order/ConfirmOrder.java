package io.nowbridge.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds out whether an order that may have left is at the distributor. Only one that is not there is ever sent again. */
final class ConfirmOrder implements Step {

    private final Distributors distributors;
    private final Fate fate;
    private final SetBack setBack;
    private final Duration patience;
    private final InstantSource clock;

    ConfirmOrder(Distributors distributors, Fate fate, SetBack setBack, Duration patience, InstantSource clock) {
        this.distributors = distributors;
        this.fate = fate;
        this.setBack = setBack;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Uni<Order> take(Order order, Way way) {
        return distributors
                .of(way.distributor())
                .standing(order.key().number())
                .map(found -> found.map(standing -> there(order, standing)).orElseGet(() -> notThere(order)))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> unasked(order, failure))
                .map(NextOrder::made);
    }

    private NextOrder there(Order order, Standing standing) {
        var ours = wanted(Fate.submission(order).items());
        var its = taken(standing);
        return ours.equals(its)
                ? fate.found(order, standing)
                : fate.unclear(order, List.of(another(order, ours, its))).standing(standing);
    }

    private NextOrder notThere(Order order) {
        if (isOver(order.begun().at())) {
            return fate.unclear(order, List.of(missing(order)));
        }
        // Who says that he has it has it.
        return Fate.submission(order).adopted() ? setBack.of(order, List.of(unseen(order))) : again(order);
    }

    private NextOrder again(Order order) {
        var now = clock.instant();
        return new NextOrder(order)
                .in(Stage.READY, List.of())
                .because(now, "The distributor has not got it: it is submitted again", OrderLog.FUNCTION)
                .at(now);
    }

    private NextOrder unasked(Order order, ConnectedSystemException failure) {
        return isOver(Fate.submission(order).at())
                ? fate.unclear(
                        order, List.of(unclear(order), Failure.of(order.asked().number(), failure)))
                : setBack.of(order, failure);
    }

    private boolean isOver(Instant since) {
        return since.plus(patience).isBefore(clock.instant());
    }

    private static Map<String, Long> wanted(List<Item> items) {
        return items.stream().collect(groupingBy(Item::sku, TreeMap::new, summingLong(Item::quantity)));
    }

    // Of what was rejected, the distributor has taken none.
    private static Map<String, Long> taken(Standing standing) {
        return standing.lines().stream()
                .collect(groupingBy(
                        Standing.Line::sku,
                        TreeMap::new,
                        summingLong(line -> Math.max(line.ordered(), line.cancelled()))));
    }

    private static Failure another(Order order, Map<String, Long> ours, Map<String, Long> its) {
        return new Failure(
                order.asked().number(),
                "The distributor has another order of the number %s: it is for %s, and this one is for %s"
                        .formatted(order.key().number(), words(its), words(ours)),
                WhoCanFix.CALLER,
                "Ask the distributor which of the two is wanted. Order this one by a purchase order of another number, or mark"
                        + " it as handled.");
    }

    private static String words(Map<String, Long> quantities) {
        return quantities.entrySet().stream()
                .map(quantity -> "%d of %s".formatted(quantity.getValue(), quantity.getKey()))
                .collect(joining(", "));
    }

    private static Failure missing(Order order) {
        return new Failure(
                order.asked().number(),
                "The distributor has not shown the order, which was sent at %s"
                        .formatted(Fate.submission(order).at()),
                WhoCanFix.CALLER,
                "Ask the distributor for %s. If it has no such order, retry: the order is looked for once more before it is sent."
                        .formatted(order.key().number()));
    }

    private static Failure unseen(Order order) {
        return new Failure(
                order.asked().number(),
                "The distributor says that it has an order of this number, and does not show it yet",
                WhoCanFix.NOBODY,
                "It is asked again.");
    }

    private static Failure unclear(Order order) {
        return new Failure(
                order.asked().number(),
                "Whether the order that was sent at %s has arrived could not be found out"
                        .formatted(Fate.submission(order).at()),
                WhoCanFix.CALLER,
                "Ask the distributor for %s; then retry the order, which asks once more, or mark it as handled."
                        .formatted(order.key().number()));
    }
}
