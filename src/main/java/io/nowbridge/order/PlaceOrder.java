package io.nowbridge.order;

import static java.util.stream.Collectors.groupingBy;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Distributor.Placement;
import io.nowbridge.order.Distributor.Request;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.template.CreateOrders;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends an order, once; whatever the answer leaves open is found out by {@link ConfirmOrder}. */
final class PlaceOrder implements Step {

    private final Distributors distributors;
    private final Fate fate;
    private final SetBack setBack;
    private final InstantSource clock;

    PlaceOrder(Distributors distributors, Fate fate, SetBack setBack, InstantSource clock) {
        this.distributors = distributors;
        this.fate = fate;
        this.setBack = setBack;
        this.clock = clock;
    }

    @Override
    public Uni<Order> take(Order order, Way way) {
        return distributors
                .of(way.distributor())
                .place(request(order, way))
                .map(placement -> placed(order, placement))
                .onFailure(ConnectedSystemException.class)
                .recoverWithItem(failure -> failed(order, failure))
                .map(NextOrder::made);
    }

    private static Request request(Order order, Way way) {
        var creating = way.creating();
        return new Request(
                order.key().number(),
                AddressFlaws.completed(order.asked().shipTo(), creating),
                CreateOrders.BACK_ORDER.of(creating),
                CreateOrders.SHIP_COMPLETE.of(creating),
                CreateOrders.SHIP_METHOD.of(creating),
                CreateOrders.WAREHOUSE.of(creating),
                CreateOrders.MANUAL_REVIEW.of(creating) ? order.asked().comment() : "",
                Fate.submission(order).items());
    }

    private NextOrder placed(Order order, Placement placement) {
        return switch (placement) {
            case Placement.Taken(var lines) -> fate.found(order, standing(order, lines));
            case Placement.Refused(var words) -> fate.refused(order, List.of(refusal(order, words)));
            case Placement.Duplicate(var words) -> duplicate(order, words);
        };
    }

    // Unless an earlier attempt may have left, it was not we who placed it.
    private NextOrder duplicate(Order order, String words) {
        var its = Fate.submission(order);
        var why = new Failure(
                order.asked().number(),
                "The distributor has an order of this number already: " + words,
                WhoCanFix.NOBODY,
                "It is asked whether that order is this one.");
        return fate.unknown(order, why)
                .submitted(Optional.of(new Submission(its.at(), its.attempt(), its.attempt() == 1, its.items())));
    }

    private NextOrder failed(Order order, ConnectedSystemException failure) {
        var why = Failure.of(order.asked().number(), failure);
        if (!failure.nothingHappened()) {
            return fate.unknown(order, why);
        }
        return failure instanceof Rejected
                ? fate.unreadable(order, why)
                : fate.unsent(setBack.of(order, failure).to(Stage.READY, List.of(why)), order);
    }

    private static Failure refusal(Order order, String words) {
        return new Failure(
                order.asked().number(),
                "The distributor rejected the order: " + words,
                WhoCanFix.CALLER,
                "Correct the purchase order, or ask the distributor; then retry it.");
    }

    private Standing standing(Order order, List<Placement.Line> said) {
        var byLine = said.stream().collect(groupingBy(Placement.Line::line));
        var lines = Fate.submission(order).items().stream()
                .flatMap(item -> Stream.ofNullable(byLine.get(item.line())).map(its -> line(item, its)))
                .toList();
        return new Standing(clock.instant(), lines, List.of(), List.of());
    }

    // What is answered twice about a line is of two warehouses.
    private static Standing.Line line(Request.Item item, List<Placement.Line> said) {
        var status = said.stream()
                .map(Placement.Line::status)
                .filter(its -> its != Status.REJECTED)
                .findFirst()
                .orElse(Status.REJECTED);
        var taken = status == Status.REJECTED ? 0 : item.quantity();
        return new Standing.Line(
                item.line(),
                item.sku(),
                status,
                taken,
                0,
                item.quantity() - taken,
                Optional.of(item.unitPrice()),
                said.stream()
                        .map(Placement.Line::orderNumber)
                        .filter(number -> !number.isBlank())
                        .distinct()
                        .toList(),
                Optional.empty(),
                said.getFirst().words());
    }
}
