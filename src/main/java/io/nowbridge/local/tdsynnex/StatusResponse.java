package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.Portion.OrderType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What the order status service answers: an item for each portion of a line, so that a line from two warehouses, or one
 * of which some was deleted, has two of the same number.
 *
 * <p>Source: XML purchase order status 2.42, its samples, and recorded answers. The order type of what a person has to
 * release is {@code QO} here, and 99 in the answer to the order: that the two are the same is our guess.
 */
final class StatusResponse {

    static final String NAME = "OrderStatusResponse";

    // The samples from this version on have these.
    private static final String WITH_FEES = "2.4";

    private final XmlText xml;
    private final OrderQuery query;
    private final PlacedOrder order;
    private final ZoneId zone;

    private StatusResponse(XmlText xml, OrderQuery query, PlacedOrder order, ZoneId zone) {
        this.xml = xml;
        this.query = query;
        this.order = order;
        this.zone = zone;
    }

    /** Says that it is not found if there is no order. */
    static String of(OrderQuery query, Optional<PlacedOrder> order, Instant now, ZoneId zone) {
        return OrderAnswer.of(NAME, Map.of("version", query.version()), xml -> {
            xml.leaf("CustomerNumber", query.who().customerNumber());
            xml.leaf("PONumber", query.number());
            xml.leaf("Code", order.map(found -> OrderCode.of(found).word()).orElse(OrderCode.NOT_FOUND));
            xml.leaf("Reason", order.map(StatusResponse::reason).orElse(""));
            xml.leaf(
                    "PODatetime",
                    order.map(found -> OrderAnswer.time(found.taken(), zone)).orElse(""));
            xml.leaf("ResponseDateTime", OrderAnswer.time(now, zone));
            xml.element("Items", () -> order.ifPresent(found -> new StatusResponse(xml, query, found, zone).items()));
            xml.leaf("ResponseElapsedTime", "0.198s");
        });
    }

    private static String reason(PlacedOrder order) {
        return order.accepted() > 0 ? "" : order.portions().getFirst().reason();
    }

    private void items() {
        for (var portion : order.portions()) {
            xml.element("Item", Map.of("lineNumber", Integer.toString(portion.line())), () -> item(portion));
        }
    }

    private void item(Portion portion) {
        var line = order.line(portion.line());
        var parcels = order.parcels(portion);
        xml.leaf("Code", OrderCode.of(order, portion).word());
        if (!portion.reason().isEmpty()) {
            xml.leaf("Reason", portion.reason());
        }
        xml.leaf(
                "ShipDatetime",
                parcels.stream()
                        .map(Parcel::shippedAt)
                        .max(Instant::compareTo)
                        .map(at -> OrderAnswer.time(at, zone))
                        .orElse(""));
        xml.leaf("OrderNumber", portion.orderNumber());
        xml.leaf(
                "OrderType",
                portion.type() == OrderType.REVIEW ? "QO" : portion.type().name());
        xml.leaf("OrderQuantity", portion.quantity());
        xml.leaf("UnitPrice", line.unitPrice().toPlainString());
        xml.leaf("SKU", line.sku());
        xml.leaf("MfgPN", line.partNumber());
        xml.leaf("ProductName", line.name());
        xml.leaf("ShipQuantity", order.shipped(portion));
        from(portion);
        var held = parcels.isEmpty() && (portion.type() != OrderType.SO || !portion.isOpen());
        var method = held ? ShipMethod.NL.name() : method();
        xml.leaf("ShipMethod", method);
        xml.leaf("ShipMethodDescription", ShipMethod.description(method));
        xml.leaf("ETADate", portion.eta().map(LocalDate::toString).orElse(""));
        if (query.isAtLeast(WITH_FEES)) {
            fees();
        }
        xml.element("Packages", () -> parcels.forEach(parcel -> parcel(parcel, line.pounds())));
    }

    private String method() {
        var asked = order.delivery().method();
        return asked.isEmpty() ? ShipMethod.FG.name() : asked;
    }

    private void from(Portion portion) {
        var warehouse = Warehouse.numbered(portion.warehouse());
        var place = warehouse.map(Warehouse::city).orElse("").split(", ", -1);
        xml.leaf("ShipFromWarehouse", portion.warehouse() == 0 ? "" : Integer.toString(portion.warehouse()));
        xml.leaf("ShipFromCity", place[0]);
        xml.leaf("ShipFromState", place.length > 1 ? place[1] : "");
        xml.leaf("ShipFromZip", warehouse.map(Warehouse::zipCode).orElse(""));
    }

    private void fees() {
        for (var fee : new String[] {"Freight", "HandlingFee", "Tax", "RecyclingFee"}) {
            xml.leaf(fee, "0.00");
        }
    }

    private void parcel(Parcel parcel, BigDecimal pounds) {
        xml.element("Package", () -> {
            xml.leaf("TrackingNumber", parcel.tracking());
            xml.leaf(
                    "Weight",
                    pounds.multiply(BigDecimal.valueOf(parcel.quantity())).toPlainString());
            xml.leaf("ShipItemQuantity", parcel.quantity());
            parcel.serialNumbers().forEach(serial -> xml.leaf("SerialNo", serial));
            if (parcel.serialNumbers().isEmpty()) {
                xml.leaf("SerialNo", "");
            }
        });
    }
}
