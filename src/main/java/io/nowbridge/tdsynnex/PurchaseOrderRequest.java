package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.PurchaseOrders.Item;
import io.nowbridge.tdsynnex.PurchaseOrders.Order;
import io.nowbridge.tdsynnex.PurchaseOrders.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The document that submits a purchase order. */
final class PurchaseOrderRequest {

    private static final int LONGEST_COMMENT = 60;

    private PurchaseOrderRequest() {}

    static Element of(Account account, Order order) {
        var fields = new ArrayList<Element>();
        fields.add(Element.of("CustomerNumber", account.customerNumber()));
        fields.add(Element.of("PONumber", order.number()));
        // Y is for what goes to a customer of the account, and not to itself.
        fields.add(Element.of("DropShipFlag", "N"));
        fields.add(Element.of("BackOrderFlag", flag(order.backOrder())));
        fields.add(Element.of("ShipComplete", flag(order.shipComplete())));
        fields.add(shipment(order));
        fields.add(
                Element.of("Payment", List.of(Element.of("BillTo", List.of()).with("code", account.customerNumber()))));
        comments(order.comment()).forEach(fields::add);
        fields.add(Element.of(
                "Items", order.items().stream().map(PurchaseOrderRequest::item).toList()));
        return Envelope.of(account, Element.of("OrderRequest", fields));
    }

    private static Element shipment(Order order) {
        var fields = Stream.of(
                optional("ShipFromWarehouse", order.shipFromWarehouse()),
                Stream.of(shipTo(order.recipient())),
                contact(order.recipient()),
                optional("Code", order.shipMethod()).map(code -> Element.of("ShipMethod", List.of(code))));
        return Element.of("Shipment", fields.flatMap(field -> field).toList());
    }

    private static Element shipTo(Recipient recipient) {
        return Element.of(
                "ShipTo",
                given(
                        Element.of("AddressName1", recipient.addressName1()),
                        Element.of("AddressName2", recipient.addressName2()),
                        Element.of("AddressLine1", recipient.addressLine1()),
                        Element.of("AddressLine2", recipient.addressLine2()),
                        Element.of("City", recipient.city()),
                        Element.of("State", recipient.state()),
                        Element.of("ZipCode", recipient.zipCode()),
                        Element.of("Country", recipient.country())));
    }

    private static Stream<Element> contact(Recipient recipient) {
        var fields = given(
                Element.of("ContactName", recipient.contactName()),
                Element.of("PhoneNumber", recipient.phoneNumber()),
                Element.of("EmailAddress", recipient.emailAddress()));
        return fields.isEmpty() ? Stream.empty() : Stream.of(Element.of("ShipToContact", fields));
    }

    // One may have 60 characters, and there may be any number of them.
    private static Stream<Element> comments(String comment) {
        return IntStream.iterate(0, from -> from < comment.length(), from -> from + LONGEST_COMMENT)
                .mapToObj(from -> comment.substring(from, Math.min(from + LONGEST_COMMENT, comment.length())))
                .map(part -> Element.of("Comment", part));
    }

    private static Element item(Item item) {
        return Element.of(
                        "Item",
                        List.of(
                                Element.of("SKU", item.sku()),
                                Element.of("UnitPrice", item.unitPrice().toPlainString()),
                                Element.of("OrderQuantity", Long.toString(item.quantity()))))
                .with("lineNumber", Integer.toString(item.lineNumber()));
    }

    private static List<Element> given(Element... fields) {
        return Stream.of(fields).filter(field -> !field.text().isEmpty()).toList();
    }

    private static Stream<Element> optional(String name, String text) {
        return given(Element.of(name, text)).stream();
    }

    private static String flag(boolean set) {
        return set ? "Y" : "N";
    }
}
