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
        var rows = response.within("Items", "Item").map(item -> row(account, item));
        return Optional.of(new OrderStatus(code, Reply.reason(account, response), rows.toList()));
    }

    private static Row row(Account account, Element item) {
        var code = Reply.code(item);
        var ordered = quantity(item, "OrderQuantity").orElse(0L);
        return new Row(
                Reply.lineNumber(item),
                code,
                Reply.type(item),
                Reply.reason(account, item),
                Reply.orderNumber(item),
                item.text("SKU").orElse(""),
                ordered,
                quantity(item, "ShipQuantity").orElse(code == OrderCode.SHIPPED ? ordered : 0L),
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
