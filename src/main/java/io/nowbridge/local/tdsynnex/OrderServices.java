package io.nowbridge.local.tdsynnex;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/**
 * The services for orders: one takes them, one says how they stand, one has their invoices.
 *
 * <p>All answer under status 200. An order is taken before it is answered. Sources: XML purchase order 3.37, XML purchase
 * order status 2.42, and a public client for invoices.
 */
final class OrderServices {

    private final OrderBook book;
    private final OrderFailures failures;
    private final Account account;

    OrderServices(OrderBook book, OrderFailures failures, Account account) {
        this.book = book;
        this.failures = failures;
        this.account = account;
    }

    void mount(Router router) {
        router.post("/SynnexXML/PO")
                .handler(context -> answer(context, PurchaseResponse.NAME, root -> order(context, root)));
        router.post("/SynnexXML/POStatus").handler(context -> answer(context, StatusResponse.NAME, this::status));
        router.post("/webservice/invoice/query")
                .handler(context -> answer(context, InvoiceResponse.NAME, this::invoices));
    }

    private String order(RoutingContext context, Element root) {
        var request = PurchaseRequest.read(root);
        account.admit(request.who());
        book.received(request.number());
        admit(context.request().remoteAddress().hostAddress());
        failures.strike("PO", false);
        var taken = book.take(request);
        failures.strike("PO", true);
        var now = OrderAnswer.time(book.now(), book.zone());
        return taken.map(order -> PurchaseResponse.of(order, account, now))
                .orElseGet(() -> PurchaseResponse.duplicate(request, book.spareNumber(request.number()), now));
    }

    private String status(Element root) {
        var query = OrderQuery.status(root);
        account.admit(query.who());
        failures.strike("POStatus", false);
        return StatusResponse.of(query, book.known(query.number()), book.now(), book.zone());
    }

    private String invoices(Element root) {
        var query = OrderQuery.invoices(root);
        account.admit(query.who());
        failures.strike("invoice", false);
        var order = query.number().isEmpty() ? book.holding(query.orderNumber()) : book.known(query.number());
        return InvoiceResponse.of(query, order, book.zone());
    }

    private void admit(String address) {
        var registered = book.rules().addresses();
        if (!registered.isEmpty() && !registered.contains(address)) {
            throw XmlRefusal.unregistered(address);
        }
    }

    private static void answer(RoutingContext context, String name, Function<Element, String> service) {
        String answer;
        try {
            answer = service.apply(XmlServices.document(context));
        } catch (XmlRefusal refusal) {
            answer = OrderAnswer.of(name, refusal);
        }
        XmlServices.answer(context, answer);
    }
}
