package io.nowbridge.local.tdsynnex;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Which order somebody asks about.
 *
 * <p>Sources: XML purchase order status 2.42; for invoices, a public client, which sends an {@code InvoiceRequest} with the
 * credentials of the other services and a {@code PONumber}, an {@code OrderNumber} or both.
 *
 * @param version selects what the answer says
 * @param number the purchase order's; may be empty where invoices are asked for
 * @param orderNumber the distributor's; empty for any
 */
record OrderQuery(Account who, String version, String number, String orderNumber) {

    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(\\.\\d{1,3})?");

    static OrderQuery status(Element root) {
        var document = Form.of(root);
        var request = document.within("OrderStatusRequest");
        var query = new OrderQuery(
                Account.read(document, request),
                document.attribute("version", "2.2"),
                request.text("PONumber", 20),
                "");
        document.refuseIfWrong();
        return query;
    }

    static OrderQuery invoices(Element root) {
        var document = Form.of(root);
        var request = document.within("InvoiceRequest");
        var query = new OrderQuery(
                Account.read(document, request),
                document.attribute("version", "1.0"),
                request.optional("PONumber", 20),
                request.optional("OrderNumber", 9));
        if (query.number().isEmpty() && query.orderNumber().isEmpty()) {
            request.wrong("PONumber", "String value required");
        }
        document.refuseIfWrong();
        return query;
    }

    boolean isAtLeast(String other) {
        return VERSION.matcher(version).matches() && new BigDecimal(version).compareTo(new BigDecimal(other)) >= 0;
    }
}
