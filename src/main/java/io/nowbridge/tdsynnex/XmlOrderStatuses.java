package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** How orders stand, by the XML service ("XML PO Status Query" specification, 2.42). */
final class XmlOrderStatuses implements OrderStatuses {

    private static final String PATH = "/SynnexXML/POStatus";

    // The newest that is described; others ask for 2.7 and find more fields, which are read where they come.
    private static final String VERSION = "2.4";

    private final Calls calls;

    XmlOrderStatuses(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<Optional<OrderStatus>> of(String number) {
        return calls.read(
                "Asking how an order stands",
                PATH,
                account -> question(account, number),
                (account, answer) -> OrderStatusResponse.read(account, answer, number));
    }

    private static Element question(Account account, String number) {
        var order = List.of(Element.of("CustomerNumber", account.customerNumber()), Element.of("PONumber", number));
        return Envelope.of(account, Element.of("OrderStatusRequest", order)).with("version", VERSION);
    }
}
