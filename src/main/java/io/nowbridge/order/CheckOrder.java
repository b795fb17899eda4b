package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Request.Item;
import io.nowbridge.order.Distributor.Terms;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.template.CreateOrders;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks an order that is ready for all that can be known before anything leaves: the purchase order as it is at the desk now,
 * its products, prices and address, and what a person has to approve. After that, it may leave.
 */
final class CheckOrder implements Step {

    private final OrderDesks desks;
    private final Distributors distributors;
    private final Assortment assortment;
    private final Approvals approvals;
    private final SetBack setBack;
    private final InstantSource clock;

    CheckOrder(
            OrderDesks desks,
            Distributors distributors,
            Assortment assortment,
            Approvals approvals,
            SetBack setBack,
            InstantSource clock) {
        this.desks = desks;
        this.distributors = distributors;
        this.assortment = assortment;
        this.approvals = approvals;
        this.setBack = setBack;
        this.clock = clock;
    }

    @Override
    public Uni<Order> take(Order order, Way way) {
        return way.creating().enabled()
                ? look(order, way)
                        .onFailure(ConnectedSystemException.class)
                        .recoverWithItem(failure -> setBack.of(order, failure))
                        .map(NextOrder::made)
                : Uni.createFrom()
                        .item(setBack.of(order, List.of(Ways.disabled(way.creating())))
                                .made());
    }

    private Uni<NextOrder> look(Order order, Way way) {
        return desks.of(way.desk(), way.creating())
                .find(order.asked().number())
                .flatMap(found -> found.map(now -> check(order, now, way))
                        .orElseGet(() ->
                                Uni.createFrom().item(invalid(order, order.asked(), List.of(OrderFlaws.gone(order))))));
    }

    private Uni<NextOrder> check(Order order, PurchaseOrder now, Way way) {
        var terms = distributors.of(way.distributor()).terms();
        return assortment.of(way, LineFlaws.skus(now.lines())).flatMap(known -> {
            var tolerance = CreateOrders.PRICE_TOLERANCE.of(way.creating());
            var pricing = Pricing.of(now.lines(), known, terms, tolerance);
            var flaws = Stream.of(
                            OrderFlaws.of(order, now, way, terms),
                            now.lines().stream().flatMap(line -> new LineFlaws(known).of(line).stream()),
                            pricing.flaws().stream(),
                            blocked(pricing, way),
                            new AddressFlaws(terms).of(AddressFlaws.completed(now.shipTo(), way.creating())).stream())
                    .flatMap(some -> some)
                    .toList();
            return flaws.isEmpty()
                    ? approve(order, now, way, pricing, terms)
                    : Uni.createFrom().item(invalid(order, now, flaws));
        });
    }

    private Uni<NextOrder> approve(Order order, PurchaseOrder now, Way way, Pricing pricing, Terms terms) {
        var seen = new NextOrder(order).asked(now).made();
        return approvals
                .missing(seen, way.creating(), pricing, terms.currency(), clock.instant())
                .map(missing -> missing.isEmpty()
                        ? submitting(order, now, pricing.items())
                        : rests(order, now, Stage.HELD, missing, "It waits for an approval"));
    }

    private NextOrder submitting(Order order, PurchaseOrder now, List<Item> items) {
        var at = clock.instant();
        var attempt = order.submission().map(Submission::attempt).orElse(0) + 1;
        return new NextOrder(order)
                .asked(now)
                .to(Stage.SUBMITTING, List.of())
                .submitted(Optional.of(new Submission(at, attempt, false, items)))
                .because(at, "It is submitted", OrderLog.FUNCTION)
                .at(at);
    }

    private NextOrder invalid(Order order, PurchaseOrder now, List<Failure> flaws) {
        return rests(order, now, Stage.INVALID, flaws, "It cannot be ordered as it is");
    }

    private NextOrder rests(Order order, PurchaseOrder now, Stage stage, List<Failure> why, String what) {
        var at = clock.instant();
        return new NextOrder(order)
                .asked(now)
                .in(stage, why)
                .because(at, what, OrderLog.FUNCTION)
                .at(at);
    }

    private static Stream<Failure> blocked(Pricing pricing, Way way) {
        return CreateOrders.PRICE_DIFFERENCE.of(way.creating()).equals("block")
                ? pricing.differences().stream()
                : Stream.empty();
    }
}
