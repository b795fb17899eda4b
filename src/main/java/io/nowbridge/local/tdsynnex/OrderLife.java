package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Chance.Question;
import io.nowbridge.local.tdsynnex.OrderEvent.BackOrder;
import io.nowbridge.local.tdsynnex.OrderEvent.Bill;
import io.nowbridge.local.tdsynnex.OrderEvent.Cancel;
import io.nowbridge.local.tdsynnex.OrderEvent.Release;
import io.nowbridge.local.tdsynnex.OrderEvent.Ship;
import io.nowbridge.local.tdsynnex.Portion.OrderType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What happens to an order if nobody says otherwise: always the same to the same purchase order number. */
final class OrderLife {

    private static final double DELETED_IN_REVIEW = 0.1;
    private static final double DELETED_WHILE_AWAITED = 0.1;
    private static final double LATE = 0.3;
    private static final double INVOICED_AT_ONCE = 0.25;
    private static final double WHOLE = 0.6;
    private static final int DAYS_LATE = 7;

    private final Chance chance;
    private final PlacedOrder order;

    private OrderLife(Chance chance, PlacedOrder order) {
        this.chance = chance;
        this.order = order;
    }

    /** Empty once nothing is left to happen. */
    static Optional<OrderEvent> next(PlacedOrder order, LocalDate today, Chance chance) {
        return new OrderLife(chance, order).next(today);
    }

    private Optional<OrderEvent> next(LocalDate today) {
        var uninvoiced = order.hasUninvoiced();
        var reviewed = order.waiting().filter(in(OrderType.REVIEW)).findFirst();
        if (reviewed.isPresent()) {
            return reviewed.map(this::looked);
        }
        if (uninvoiced && share(Question.LATE_INVOICE) < INVOICED_AT_ONCE) {
            return Optional.of(new Bill());
        }
        var ready = order.waiting().filter(this::mayLeave).toList();
        if (!ready.isEmpty()) {
            return Optional.of(ship(ready.get(below(ready.size(), Question.SHIPMENT))));
        }
        return order.waiting()
                .filter(in(OrderType.BO))
                .findFirst()
                .map(portion -> arrived(portion, today))
                .or(() -> uninvoiced ? Optional.of(new Bill()) : Optional.empty());
    }

    private OrderEvent looked(Portion portion) {
        return share(Question.COURSE) < DELETED_IN_REVIEW
                ? new Cancel(portion.line(), order.outstanding(portion))
                : new Release(portion.line());
    }

    private OrderEvent arrived(Portion portion, LocalDate today) {
        var outstanding = order.outstanding(portion);
        var share = share(Question.COURSE);
        if (share < DELETED_WHILE_AWAITED) {
            return new Cancel(portion.line(), 1 + below(outstanding, Question.QUANTITY));
        }
        return share < LATE
                ? new BackOrder(portion.line(), outstanding, today.plusDays(DAYS_LATE))
                : new Release(portion.line());
    }

    private boolean mayLeave(Portion portion) {
        var delivery = order.delivery();
        return portion.type() == OrderType.SO
                && order.waiting()
                        .filter(other ->
                                delivery.complete() || (delivery.completeLines() && other.line() == portion.line()))
                        .allMatch(in(OrderType.SO));
    }

    private OrderEvent ship(Portion portion) {
        var outstanding = order.outstanding(portion);
        var delivery = order.delivery();
        var whole = delivery.complete() || delivery.completeLines() || share(Question.COURSE) < WHOLE;
        return new Ship(
                portion.line(),
                whole ? outstanding : 1 + below(outstanding, Question.QUANTITY),
                OptionalInt.of(portion.warehouse()),
                sameBox(portion).map(Parcel::tracking),
                Optional.empty(),
                share(Question.APART) < 0.5);
    }

    // The last box may have room for another line.
    private Optional<Parcel> sameBox(Portion portion) {
        return order.parcels().stream()
                .reduce((first, second) -> second)
                .filter(parcel -> parcel.warehouse() == portion.warehouse() && parcel.line() != portion.line())
                .filter(parcel -> !parcel.isInvoiced() && share(Question.SAME_BOX) < 0.5);
    }

    private static Predicate<Portion> in(OrderType type) {
        return portion -> portion.type() == type;
    }

    private double share(Question question) {
        return chance.share(question, order.number().hashCode(), order.happened());
    }

    private int below(long bound, Question question) {
        return (int) (share(question) * bound);
    }
}
