package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.Invoices.Invoice;
import io.nowbridge.tdsynnex.Invoices.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The document that lists invoices. */
final class InvoiceResponse {

    private InvoiceResponse() {}

    /** Fails with an {@link IllegalArgumentException} where it is another document. */
    static List<Invoice> read(Element root) {
        var response = Envelope.open(root, "InvoiceResponse");
        return Stream.concat(response.children("Invoice"), response.within("Invoices", "Invoice"))
                .flatMap(InvoiceResponse::invoice)
                .toList();
    }

    // Without a number it is none.
    private static Stream<Invoice> invoice(Element said) {
        return said.text("InvoiceNumber").stream()
                .map(number -> new Invoice(
                        number,
                        said.text("InvoiceDate").flatMap(Values::date),
                        said.children("Summary")
                                .flatMap(sum -> sum.text("TotalInvoiceAmount").stream())
                                .map(Values::amount)
                                .findFirst(),
                        said.within("Items", "Item").map(InvoiceResponse::item).toList()));
    }

    private static Item item(Element said) {
        return new Item(
                said.text("custPoLineNo")
                        .or(() -> Optional.ofNullable(said.attributes().get("lineNumber")))
                        .map(number -> Math.toIntExact(Values.quantity(number.strip()))),
                said.text("SKU").orElse(""),
                said.text("ShipQuantity").map(Values::quantity).orElse(0L));
    }
}
