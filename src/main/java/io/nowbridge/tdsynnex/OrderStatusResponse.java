package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.OrderStatuses.OrderStatus;
import io.nowbridge.tdsynnex.OrderStatuses.Parcel;
import io.nowbridge.tdsynnex.OrderStatuses.Row;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The document that says how an order stands. */
final class OrderStatusResponse {

    private OrderStatusResponse() {}

    /** Empty where there is no such order; fails with an {@link IllegalArgumentException} where it is another document. */
    static Optional<OrderStatus> read(Account account, Element root, String number) {
        var response = Envelope.open(root, "OrderStatusResponse", number);
        var code = Reply.code(response);
        if (code == OrderCode.NOT_FOUND) {
            return Optional.empty();
        }
        var reason = Reply.reason(account, response);
        var rows = response.within("Items", "Item").map(item -> row(account, item, reason));
        return Optional.of(new OrderStatus(code, reason, rows.toList()));
    }

    // What goes for all of an order that is not wanted is said of it as a whole.
    private static Row row(Account account, Element item, String common) {
        var code = Reply.code(item);
        var reason = Reply.reason(account, item);
        var ordered = quantity(item, "OrderQuantity").orElse(0L);
        return new Row(
                Reply.lineNumber(item),
                code,
                Reply.type(item),
                reason.isEmpty() && !code.isTaken() ? common : reason,
                Reply.orderNumber(item),
                item.text("SKU").orElse(""),
                ordered,
                quantity(item, "ShipQuantity").orElse(code.hasLeft() ? ordered : 0L),
                item.text("UnitPrice").map(Values::amount),
                item.text("ShipFromWarehouse").orElse(""),
                item.text("ShipMethodDescription")
                        .or(() -> item.text("ShipMethod"))
                        .orElse(""),
                item.text("ShipDatetime").flatMap(Values::time),
                expected(item),
                item.within("Packages", "Package")
                        .map(OrderStatusResponse::parcel)
                        .toList());
    }

    private static Parcel parcel(Element item) {
        return new Parcel(
                item.text("TrackingNumber").orElse(""),
                quantity(item, "ShipItemQuantity"),
                item.children("SerialNo")
                        .map(Element::text)
                        .filter(serial -> !serial.isEmpty())
                        .toList());
    }

    // The newer fields are there for some warehouses only.
    private static Optional<LocalDate> expected(Element item) {
        return Stream.of("ETADate", "EstimatedDeliveryDate", "EstimatedShipDate")
                .flatMap(name -> item.text(name).stream())
                .flatMap(day -> Values.date(day).stream())
                .findFirst();
    }

    private static Optional<Long> quantity(Element item, String name) {
        return item.text(name).map(Values::quantity);
    }
}
