package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.PlacedOrder.Line;
import io.nowbridge.local.tdsynnex.Portion.Fate;
import io.nowbridge.local.tdsynnex.Portion.OrderType;
import java.util.Map;

/**
 * What the purchase order service answers: one item for each line, even where it comes from several warehouses.
 *
 * <p>Source: XML purchase order 3.37 and its samples.
 */
final class PurchaseResponse {

    static final String NAME = "OrderResponse";

    // Worded as the service words it, as far as that is published.
    private static final String DUPLICATE = "This PO# already exists in our system for your account, therefore we are"
            + " rejecting this request to prevent a duplicate shipment.";

    private final XmlText xml;

    private PurchaseResponse(XmlText xml) {
        this.xml = xml;
    }

    static String of(PlacedOrder order, Account account, String now) {
        return OrderAnswer.of(NAME, Map.of(), xml -> {
            var taken = order.accepted() > 0;
            var response = new PurchaseResponse(xml);
            response.head(
                    account, order.number(), taken, order.portions().getFirst().reason(), now);
            xml.element("Items", () -> order.lines().forEach(line -> response.item(order, line)));
        });
    }

    /** As in the sample, a duplicate gets an order number, which belongs to nothing. */
    static String duplicate(PurchaseRequest request, String orderNumber, String now) {
        return OrderAnswer.of(NAME, Map.of(), xml -> {
            var response = new PurchaseResponse(xml);
            response.head(request.who(), request.number(), false, DUPLICATE, now);
            xml.element(
                    "Items",
                    () -> request.items()
                            .forEach(item ->
                                    xml.element("Item", Map.of("lineNumber", Integer.toString(item.line())), () -> {
                                        response.asked(item.sku(), item.quantity(), false, DUPLICATE);
                                        response.ours(orderNumber, "99", "", "DUPREJECT,R-PODUPE---DUPPOKILL,R-PODUPE");
                                    })));
        });
    }

    private void head(Account account, String number, boolean taken, String reason, String now) {
        xml.leaf("CustomerNumber", account.customerNumber());
        xml.leaf("PONumber", number);
        outcome(taken, reason);
        xml.leaf("ResponseDateTime", now);
        xml.leaf("ResponseElapsedTime", "0.198s");
    }

    private void item(PlacedOrder order, Line line) {
        var first = order.portions().stream()
                .filter(portion -> portion.line() == line.number())
                .findFirst()
                .orElseThrow();
        xml.element("Item", Map.of("lineNumber", Integer.toString(line.number())), () -> {
            asked(line.sku(), line.quantity(), first.fate() != Fate.REJECTED, first.reason());
            ours(first.orderNumber(), type(first), warehouse(first), first.reference());
        });
    }

    private void asked(String sku, long quantity, boolean taken, String reason) {
        xml.leaf("SKU", sku);
        xml.leaf("OrderQuantity", quantity);
        outcome(taken, reason);
    }

    private void outcome(boolean taken, String reason) {
        xml.leaf("Code", taken ? "accepted" : "rejected");
        if (!taken) {
            xml.leaf("Reason", reason);
        }
    }

    private void ours(String orderNumber, String type, String warehouse, String reference) {
        xml.leaf("OrderNumber", orderNumber);
        xml.leaf("OrderType", type);
        xml.leaf("ShipFromWarehouse", warehouse);
        xml.leaf("SynnexInternalReference", reference);
    }

    private static String type(Portion portion) {
        return portion.type() == OrderType.REVIEW ? "99" : portion.type().name();
    }

    private static String warehouse(Portion portion) {
        return portion.type() == OrderType.SO ? Integer.toString(portion.warehouse()) : "";
    }
}
