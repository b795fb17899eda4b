package io.nowbridge.tdsynnex;

import io.smallrye.mutiny.Uni;

/** Orders by the XML service ("XML PO Submission" specification, 3.37). */
final class XmlPurchaseOrders implements PurchaseOrders {

    private static final String PATH = "/SynnexXML/PO";

    private final Calls calls;

    XmlPurchaseOrders(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<Receipt> submit(Order order) {
        return calls.write(
                "Submitting an order",
                PATH,
                account -> PurchaseOrderRequest.of(account, order),
                (account, answer) -> PurchaseOrderResponse.read(account, answer, order));
    }
}
