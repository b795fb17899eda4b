package io.nowbridge.local.tdsynnex;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All orders, and how often each was received. */
final class OrderBook {

    /**
     * All of it, as it is kept.
     *
     * @param received how often a purchase order number was sent here, whatever was answered
     */
    record Kept(OrderRules rules, Map<String, Integer> received, List<PlacedOrder> orders) {}

    private final Feed feed;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, PlacedOrder> orders = new LinkedHashMap<>();
    private final Map<String, Integer> received = new LinkedHashMap<>();
    private OrderRules rules;

    /** Tells {@code changed} of every change. */
    OrderBook(Feed feed, InstantSource clock, OrderRules rules, Runnable changed) {
        this.feed = feed;
        this.clock = clock;
        this.rules = rules;
        this.changed = changed;
    }

    OrderRules rules() {
        return rules;
    }

    void rules(OrderRules next) {
        rules = next;
        changed.run();
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return feed.scenario().region().zone();
    }

    void received(String number) {
        received.merge(number, 1, Integer::sum);
        changed.run();
    }

    int timesReceived(String number) {
        return received.getOrDefault(number, 0);
    }

    /** The order as it is from now on; empty if there is one of this number. One that was rejected may come again. */
    Optional<PlacedOrder> take(PurchaseRequest request) {
        var before = find(request.number()).filter(order -> order.accepted() > 0);
        if (before.isPresent() && rules.duplicateCheck()) {
            return Optional.empty();
        }
        var times = before.map(PlacedOrder::accepted).orElse(0);
        var taken = Intake.take(request, feed.catalogue(), now(), times);
        keep(before.map(order -> order.twice(taken)).orElse(taken));
        return Optional.of(taken);
    }

    /** An order number that belongs to nothing. */
    String spareNumber(String number) {
        return new Marks(chance(), number, -1 - timesReceived(number)).orderNumber(0);
    }

    /** An order as it is by now. */
    Optional<PlacedOrder> find(String number) {
        return Optional.ofNullable(orders.get(number)).map(this::grown);
    }

    /** An order that has to be there. */
    PlacedOrder existing(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("There is no order " + number));
    }

    /** An order, if the status service knows it by now. */
    Optional<PlacedOrder> known(String number) {
        return find(number)
                .filter(order -> !order.taken().plus(rules.statusLag()).isAfter(now()));
    }

    /** The order that has one of ours of this number. */
    Optional<PlacedOrder> holding(String orderNumber) {
        return all().stream()
                .filter(order -> order.portions().stream()
                        .anyMatch(portion -> portion.orderNumber().equals(orderNumber)))
                .findFirst();
    }

    List<PlacedOrder> all() {
        return List.copyOf(orders.keySet()).stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    /** Refuses what cannot happen. */
    PlacedOrder happen(String number, OrderEvent event) {
        return keep(OrderCourse.after(existing(number), event, now(), zone(), chance()));
    }

    /** Lets the next thing happen; whatever it is, it is the same for the same number. */
    void advance(PlacedOrder order) {
        advanced(order, now()).ifPresent(this::keep);
    }

    Kept kept() {
        return new Kept(rules, Map.copyOf(received), List.copyOf(orders.values()));
    }

    void restore(Kept kept) {
        rules = kept.rules();
        received.clear();
        received.putAll(kept.received());
        orders.clear();
        kept.orders().forEach(order -> orders.put(order.number(), order));
        changed.run();
    }

    // Nobody sees what happens meanwhile before they look.
    private PlacedOrder grown(PlacedOrder order) {
        if (rules.pace().isZero()) {
            return order;
        }
        var due = order.last().plus(rules.pace());
        var next = due.isAfter(now()) ? Optional.<PlacedOrder>empty() : advanced(order, due);
        return next.map(this::keep).map(this::grown).orElse(order);
    }

    private Optional<PlacedOrder> advanced(PlacedOrder order, Instant at) {
        return OrderLife.next(order, LocalDate.ofInstant(at, zone()), chance())
                .map(event -> OrderCourse.after(order, event, at, zone(), chance()));
    }

    private PlacedOrder keep(PlacedOrder order) {
        orders.put(order.number(), order);
        changed.run();
        return order;
    }

    private Chance chance() {
        return new Chance(feed.scenario().seed());
    }
}
