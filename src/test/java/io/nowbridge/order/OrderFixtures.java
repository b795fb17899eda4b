package io.nowbridge.order;

import io.nowbridge.order.PurchaseOrder.Line;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.template.Mappings;
import io.nowbridge.template.Schedule.Rate;
import io.nowbridge.template.Schedule.Unit;
import io.nowbridge.template.TemplateFixtures;
import io.nowbridge.template.TemplateForm;
import io.nowbridge.template.TemplateKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Purchase orders, and the template that submits them, as the tests of submissions speak of them. */
final class OrderFixtures {

    static final ShipTo OFFICE = new ShipTo(
            "Acme",
            "",
            "1 Main Street",
            "",
            "Fredericksburg",
            "VA",
            "22407",
            "US",
            "Otto",
            "5550100",
            "otto@acme.example");

    private OrderFixtures() {}

    /** A Create Orders that lacks nothing, and looks every five minutes. */
    static TemplateForm createOrders() {
        var mappings = new Mappings(
                TemplateFixtures.sorted(Map.of("order", "proc_po", "line", "proc_po_item")),
                TemplateFixtures.sorted(Map.of(
                        "orderNumber", "number",
                        "status", "u_tds_order_status",
                        "externalOrderNumber", "u_tds_cpo_id",
                        "vendor", "vendor",
                        "order", "purchase_order",
                        "product", "part_number",
                        "quantity", "ordered_quantity",
                        "unitPrice", "cost")),
                TemplateFixtures.sorted(Map.of(
                        "statuses",
                        TemplateFixtures.sorted(Map.of(
                                "ready", FakeOrderDesk.READY,
                                "submitted", "TDS Received",
                                "rejected", "TDS Rejected")))));
        var form = TemplateFixtures.form(TemplateKind.CREATE_ORDERS, mappings);
        return new TemplateForm(
                form.kind(),
                form.name(),
                form.desk(),
                form.distributor(),
                new Rate(5, Unit.MINUTES),
                form.mappings(),
                form.options());
    }

    /** A purchase order that is ready, for the office. */
    static PurchaseOrder purchaseOrder(String number, Line... lines) {
        return shippedTo(number, OFFICE, lines);
    }

    static PurchaseOrder shippedTo(String number, ShipTo shipTo, Line... lines) {
        return new PurchaseOrder("id of " + number, number, FakeOrderDesk.READY, shipTo, "", List.of(lines));
    }

    static PurchaseOrder being(PurchaseOrder order, String status) {
        return new PurchaseOrder(order.id(), order.number(), status, order.shipTo(), order.comment(), order.lines());
    }

    static PurchaseOrder saying(PurchaseOrder order, String comment) {
        return new PurchaseOrder(order.id(), order.number(), order.status(), order.shipTo(), comment, order.lines());
    }

    /** So many of a product, at the price that the catalogue of the tests has. */
    static Line line(int number, String sku, String quantity) {
        return line(number, sku, quantity, "27.10");
    }

    static Line line(int number, String sku, String quantity, String price) {
        return new Line(
                "line " + number,
                number,
                sku,
                "Printer " + sku,
                new BigDecimal(quantity),
                "EA",
                Optional.of(new Money(new BigDecimal(price), "USD")));
    }

    /** The same by another unit. */
    static Line by(Line line, String unit) {
        return new Line(line.id(), line.number(), line.sku(), line.product(), line.quantity(), unit, line.unitPrice());
    }

    /** The same at another price. */
    static Line at(Line line, Optional<Money> price) {
        return new Line(line.id(), line.number(), line.sku(), line.product(), line.quantity(), line.unit(), price);
    }
}
