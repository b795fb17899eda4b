package io.nowbridge.local.tdsynnex;

import static io.nowbridge.local.tdsynnex.OrderDocuments.all;
import static io.nowbridge.local.tdsynnex.OrderDocuments.invoices;
import static io.nowbridge.local.tdsynnex.OrderDocuments.item;
import static io.nowbridge.local.tdsynnex.OrderDocuments.order;
import static io.nowbridge.local.tdsynnex.OrderDocuments.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.tdsynnex.OrderDocuments.Product;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvoiceQueryTest {

    @RegisterExtension
    final RunningDistributor distributor = new RunningDistributor();

    @Test
    void nothingIsInvoicedBeforeItIsBilled() {
        place(2);
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 1}}");

        assertThat(all(ask("PONumber", "PO1"), "CustomerPONumber")).containsExactly("PO1");
        assertThat(all(ask("PONumber", "PO1"), "InvoiceNumber")).isEmpty();
    }

    @Test
    void eachInvoiceHasWhatWasShippedSinceTheOneBefore() {
        var product = place(3);
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 2, 'tracking': 'T1', 'serials': ['S1', 'S2']}}");
        distributor.happen("PO1", "{'invoice': {}}");
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 1, 'tracking': 'T2'}}");
        distributor.happen("PO1", "{'invoice': {}}");

        var answer = ask("PONumber", "PO1");

        assertThat(all(answer, "InvoiceNumber")).hasSize(2).doesNotHaveDuplicates();
        assertThat(all(answer, "InvoiceDate")).containsExactly("2026-02-01", "2026-02-01");
        assertThat(all(answer, "TrackNumber")).containsExactly("T1", "T2");
        assertThat(all(answer, "ShipQuantity")).containsExactly("2", "1");
        assertThat(all(answer, "SerialNo")).startsWith("S1", "S2");
        assertThat(all(answer, "TotalInvoiceAmount"))
                .containsExactly(
                        new BigDecimal(product.cost()).multiply(BigDecimal.TWO).toPlainString(), product.cost());
    }

    @Test
    void theStatusSaysThatAllIsInvoiced() {
        place(1);
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 1}}");

        distributor.happen("PO1", "{'invoice': {}}");

        assertThat(all(
                        distributor
                                .call("POST", "/SynnexXML/POStatus", status("PO1"))
                                .text(),
                        "Code"))
                .containsExactly("invoiced", "invoiced");
    }

    @Test
    void anOrderNumberFindsItsInvoices() {
        place(1);
        distributor.happen("PO1", "{'ship': {'line': 1, 'quantity': 1}}");
        distributor.happen("PO1", "{'invoice': {}}");
        var orderNumber = distributor
                .order("PO1")
                .getJsonArray("portions")
                .getJsonObject(0)
                .getString("orderNumber");

        assertThat(all(ask("OrderNumber", orderNumber), "InvoiceNumber")).hasSize(1);
        assertThat(all(ask("OrderNumber", orderNumber), "CustomerPONumber")).containsExactly("PO1");
        assertThat(all(ask("OrderNumber", "1"), "InvoiceNumber")).isEmpty();
    }

    @Test
    void whoAsksForNothingIsRefused() {
        assertThat(all(ask("PONumber", ""), "ErrorDetail"))
                .containsExactly("(1)InvoiceRequest/PONumber: String value required");
    }

    private Product place(int quantity) {
        var product = Product.stocked(distributor, 10);
        distributor.call("POST", "/SynnexXML/PO", order("PO1", item(1, product, quantity)));
        return product;
    }

    private String ask(String field, String value) {
        return distributor
                .call("POST", "/webservice/invoice/query", invoices(field, value))
                .text();
    }
}
