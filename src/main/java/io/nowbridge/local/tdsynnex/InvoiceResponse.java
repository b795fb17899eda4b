package io.nowbridge.local.tdsynnex;

import io.nowbridge.local.tdsynnex.PlacedOrder.Invoice;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the invoice service answers:
 *
 * <pre>{@code
 * <SynnexB2B version="1.0"><InvoiceResponse>
 *   <CustomerPONumber>PO0010001</CustomerPONumber>
 *   <Invoices><Invoice>
 *     <InvoiceDate>2026-01-07</InvoiceDate><InvoiceNumber>51234567</InvoiceNumber><OrderType>SO</OrderType>
 *     <ShipTo>...</ShipTo><PaymentTermDays>30</PaymentTermDays><PaymentTermDesc>Net 30</PaymentTermDesc>
 *     <ShipMethodCode>FG</ShipMethodCode><ShipDate>2026-01-06</ShipDate>
 *     <Tracking><TrackNumber>...</TrackNumber> ... </Tracking>
 *     <Items><Item lineNumber="1"><SKU/><ShipQuantity/><UnitPrice/><SerialNo/> ... </Item></Items>
 *     <Summary><TotalInvoiceAmount>129.90</TotalInvoiceAmount><Freight>0.00</Freight> ... </Summary>
 *   </Invoice></Invoices>
 * </InvoiceResponse></SynnexB2B>
 * }</pre>
 *
 * <p>An order without invoices has an empty {@code Invoices}. Source: the types of a public client, which name the fields;
 * how they are written and nested is inferred from the sibling services.
 */
final class InvoiceResponse {

    static final String NAME = "InvoiceResponse";

    private final XmlText xml;
    private final PlacedOrder order;
    private final ZoneId zone;

    private InvoiceResponse(XmlText xml, PlacedOrder order, ZoneId zone) {
        this.xml = xml;
        this.order = order;
        this.zone = zone;
    }

    static String of(OrderQuery query, Optional<PlacedOrder> order, ZoneId zone) {
        return OrderAnswer.of(NAME, Map.of("version", query.version()), xml -> {
            xml.leaf("CustomerPONumber", order.map(PlacedOrder::number).orElse(query.number()));
            xml.element("Invoices", () -> order.ifPresent(found -> new InvoiceResponse(xml, found, zone).all(query)));
        });
    }

    private void all(OrderQuery query) {
        order.invoices().stream()
                .filter(invoice -> query.orderNumber().isEmpty()
                        || parcels(invoice)
                                .anyMatch(parcel -> parcel.orderNumber().equals(query.orderNumber())))
                .forEach(invoice -> xml.element("Invoice", () -> invoice(invoice)));
    }

    private void invoice(Invoice invoice) {
        xml.leaf("InvoiceDate", invoice.date().toString());
        xml.leaf("InvoiceNumber", invoice.number());
        xml.leaf("OrderType", "SO");
        xml.element("ShipTo", () -> order.delivery().to().forEach(xml::leaf));
        xml.leaf("PaymentTermDays", 30);
        xml.leaf("PaymentTermDesc", "Net 30");
        xml.leaf("ShipMethodCode", order.delivery().method());
        xml.leaf(
                "ShipDate",
                parcels(invoice)
                        .map(parcel -> parcel.shippedAt().atZone(zone).toLocalDate())
                        .max((one, other) -> one.compareTo(other))
                        .map(Object::toString)
                        .orElse(""));
        xml.element(
                "Tracking",
                () -> parcels(invoice)
                        .map(Parcel::tracking)
                        .distinct()
                        .forEach(tracking -> xml.leaf("TrackNumber", tracking)));
        xml.element("Items", () -> parcels(invoice).forEach(this::item));
        xml.element("Summary", () -> {
            xml.leaf("TotalInvoiceAmount", invoice.total().toPlainString());
            for (var charge : new String[] {"MinOrderFee", "Rebate", "Freight", "ProcessingFee", "SalesTax"}) {
                xml.leaf(charge, "0.00");
            }
        });
    }

    private void item(Parcel parcel) {
        var line = order.line(parcel.line());
        xml.element("Item", Map.of("lineNumber", Integer.toString(parcel.line())), () -> {
            xml.leaf("SKU", line.sku());
            xml.leaf("ShipQuantity", parcel.quantity());
            xml.leaf("UnitPrice", line.unitPrice().toPlainString());
            parcel.serialNumbers().forEach(serial -> xml.leaf("SerialNo", serial));
        });
    }

    private Stream<Parcel> parcels(Invoice invoice) {
        return order.parcels().stream()
                .filter(parcel ->
                        parcel.invoice().filter(invoice.number()::equals).isPresent());
    }
}
