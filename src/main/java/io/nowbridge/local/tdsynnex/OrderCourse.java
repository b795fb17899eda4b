package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.OrderEvent.BackOrder;
import io.nowbridge.local.tdsynnex.OrderEvent.Bill;
import io.nowbridge.local.tdsynnex.OrderEvent.Cancel;
import io.nowbridge.local.tdsynnex.OrderEvent.Release;
import io.nowbridge.local.tdsynnex.OrderEvent.Ship;
import io.nowbridge.local.tdsynnex.PlacedOrder.Invoice;
import io.nowbridge.local.tdsynnex.PlacedOrder.Line;
import io.nowbridge.local.tdsynnex.Portion.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an order is like once something has happened to it. */
final class OrderCourse {

    // More pieces than these go on pallets, unread.
    private static final int MOST_SERIALS = 500;

    private final PlacedOrder before;
    private final Instant at;
    private final Marks marks;
    private final List<Portion> portions;
    private final List<Parcel> parcels;
    private final List<Invoice> invoices;
    private int orderNumbers;

    private OrderCourse(PlacedOrder before, Instant at, Chance chance) {
        this.before = before;
        this.at = at;
        this.marks = new Marks(chance, before.number(), before.happened() + 1);
        this.portions = new ArrayList<>(before.portions());
        this.parcels = new ArrayList<>(before.parcels());
        this.invoices = new ArrayList<>(before.invoices());
    }

    /** Refuses what cannot happen to it. */
    static PlacedOrder after(PlacedOrder order, OrderEvent event, Instant at, ZoneId zone, Chance chance) {
        var course = new OrderCourse(order, at, chance);
        switch (event) {
            case Ship ship -> course.ship(ship);
            case Cancel(var line, var quantity) -> course.cancel(line, quantity);
            case BackOrder(var line, var quantity, var eta) -> course.backOrder(line, quantity, eta);
            case Release(var line) -> course.release(line);
            case Bill() -> course.bill(LocalDate.ofInstant(at, zone));
        }
        return new PlacedOrder(
                order.number(),
                order.taken(),
                order.accepted(),
                order.happened() + 1,
                at,
                order.delivery(),
                order.lines(),
                List.copyOf(course.portions),
                List.copyOf(course.parcels),
                List.copyOf(course.invoices));
    }

    private void ship(Ship ship) {
        var line = before.line(ship.line());
        var tracking = ship.tracking().orElseGet(marks::tracking);
        var serials = ship.serialNumbers().orElseGet(() -> serials(line, ship.quantity()));
        var said = 0;
        for (var part : Part.of(before, ship.line(), ship.quantity(), nearest(ship))) {
            var next = Math.min(serials.size(), said + Math.toIntExact(part.quantity()));
            var from = leaving(part, ship);
            parcels.add(new Parcel(
                    tracking,
                    ship.line(),
                    from.orderNumber(),
                    from.warehouse(),
                    part.quantity(),
                    serials.subList(said, next),
                    leftAt(tracking),
                    Optional.empty()));
            said = next;
        }
    }

    private List<String> serials(Line line, long quantity) {
        return line.serialised() && quantity <= MOST_SERIALS ? marks.serialNumbers(line.number(), quantity) : List.of();
    }

    private static Comparator<Portion> nearest(Ship ship) {
        Comparator<Portion> elsewhere = Comparator.comparing(
                portion -> ship.warehouse().isPresent() && ship.warehouse().getAsInt() != portion.warehouse());
        return elsewhere.thenComparing(by(OrderType.SO, OrderType.BO, OrderType.REVIEW));
    }

    // A box leaves once, with all that is in it.
    private Instant leftAt(String tracking) {
        return parcels.stream()
                .filter(parcel -> !tracking.isEmpty() && parcel.tracking().equals(tracking))
                .map(Parcel::shippedAt)
                .findFirst()
                .orElse(at);
    }

    // From elsewhere, or not as it was to be, it leaves under an order number of its own.
    private Portion leaving(Part part, Ship ship) {
        var portion = part.portion();
        var warehouse = ship.warehouse().orElse(portion.warehouse());
        var rest = before.outstanding(portion) - part.quantity();
        if (portion.type() != OrderType.SO || portion.warehouse() != warehouse) {
            var leaving = part.taken().sold(orderNumber(), warehouse);
            replace(portion, part.left(), leaving);
            return leaving;
        }
        if (ship.apart() && rest > 0) {
            replace(
                    portion,
                    portion.of(portion.quantity() - rest),
                    portion.of(rest).sold(orderNumber(), warehouse));
        }
        return portion;
    }

    private void cancel(int line, long quantity) {
        for (var part : Part.of(before, line, quantity, by(OrderType.REVIEW, OrderType.BO, OrderType.SO))) {
            replace(part.portion(), part.left(), part.taken().deleted());
        }
    }

    private void backOrder(int line, long quantity, LocalDate eta) {
        for (var part : Part.of(before, line, quantity, by(OrderType.SO, OrderType.REVIEW, OrderType.BO))) {
            var portion = part.portion();
            var late = portion.type() == OrderType.BO && portion.quantity() == part.quantity();
            replace(portion, part.left(), part.taken().awaited(late ? portion.orderNumber() : orderNumber(), eta));
        }
    }

    private void release(int line) {
        before.line(line);
        portions.replaceAll(portion -> portion.isOpen() && portion.line() == line && portion.type() != OrderType.SO
                ? portion.sold(portion.orderNumber(), portion.warehouse())
                : portion);
    }

    private void bill(LocalDate today) {
        if (!before.hasUninvoiced()) {
            throw new IllegalArgumentException(before.number() + " has nothing that is not invoiced");
        }
        var total = parcels.stream()
                .filter(parcel -> !parcel.isInvoiced())
                .map(parcel -> before.line(parcel.line()).unitPrice().multiply(BigDecimal.valueOf(parcel.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var number = marks.invoice();
        parcels.replaceAll(parcel -> parcel.isInvoiced() ? parcel : parcel.invoiced(number));
        invoices.add(new Invoice(number, today, total));
    }

    private static Comparator<Portion> by(OrderType... types) {
        return Comparator.comparingInt(portion -> List.of(types).indexOf(portion.type()));
    }

    private void replace(Portion portion, Portion... by) {
        var index = portions.indexOf(portion);
        portions.remove(index);
        portions.addAll(
                index, Arrays.stream(by).filter(its -> its.quantity() > 0).toList());
    }

    private String orderNumber() {
        return marks.orderNumber(orderNumbers++);
    }
}
