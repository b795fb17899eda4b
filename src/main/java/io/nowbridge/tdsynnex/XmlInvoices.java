package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;

/** Invoices by the XML service, which has a host of its own. */
final class XmlInvoices implements Invoices {

    private static final String PATH = "/webservice/invoice/query";
    private static final String VERSION = "1.0";

    private final Calls calls;

    XmlInvoices(Calls calls) {
        this.calls = calls;
    }

    /** Where the invoices of a system are: beside {@code ec.us.tdsynnex.com}, at {@code ws.us.tdsynnex.com}. */
    static URI beside(URI instance) {
        return instance.resolve("//" + instance.getAuthority().replaceFirst("^(test)?ec\\.", "$1ws.") + "/");
    }

    @Override
    public Uni<List<Invoice>> of(String number) {
        return calls.read(
                "Asking for invoices",
                PATH,
                account -> question(account, number),
                (account, answer) -> InvoiceResponse.read(answer));
    }

    private static Element question(Account account, String number) {
        var order = List.of(Element.of("CustomerNumber", account.customerNumber()), Element.of("PONumber", number));
        return Envelope.of(account, Element.of("InvoiceRequest", order)).with("version", VERSION);
    }
}
