package io.nowbridge.connector.tdsynnex;

import io.nowbridge.connection.Connection;
import io.nowbridge.order.AccountId;
import io.nowbridge.order.Distributor;
import io.nowbridge.order.PurchaseOrder.ShipTo;
import io.nowbridge.order.Standing;
import io.nowbridge.tdsynnex.PurchaseOrders;
import io.nowbridge.tdsynnex.PurchaseOrders.Recipient;
import io.nowbridge.tdsynnex.TdSynnex;
import io.nowbridge.tdsynnex.TdSynnexException;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Orders at TD SYNNEX, by its XML services. */
public final class TdSynnexOrders implements Distributor {

    // "XML PO Submission" specification, 3.37.
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("number", 20),
            Map.entry("name", 30),
            Map.entry("name2", 35),
            Map.entry("line1", 60),
            Map.entry("line2", 30),
            Map.entry("city", 20),
            Map.entry("state", 2),
            Map.entry("zip", 10),
            Map.entry("country", 2),
            Map.entry("contact", 30),
            Map.entry("phone", 20),
            Map.entry("email", 30));

    private final TdSynnex tdSynnex;
    private final Country country;
    private final URI instance;
    private final Standings standings;
    private final OptionalInvoices invoices;
    private final InstantSource clock;

    public TdSynnexOrders(Connection connection, TdSynnex tdSynnex, InstantSource clock) {
        this.tdSynnex = tdSynnex;
        this.country = Country.of(connection);
        this.instance = connection.instance();
        this.standings = new Standings(country.currency(), country.zone(connection));
        this.invoices = new OptionalInvoices(tdSynnex.invoices(), clock);
        this.clock = clock;
    }

    @Override
    public Uni<AccountId> account() {
        return telling(tdSynnex.customerNumber().map(number -> AccountIds.of(country, instance, number)));
    }

    @Override
    public Terms terms() {
        return new Terms(country.name(), country.currency(), country.tolerance(), LENGTHS);
    }

    @Override
    public Uni<Placement> place(Request request) {
        return telling(tdSynnex.purchaseOrders().submit(order(request)).map(Placements::of));
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return telling(tdSynnex.orderStatuses().of(number))
                .flatMap(found -> found.map(status -> invoices.of(number, status)
                                .map(bills -> Optional.of(standings.of(status, bills, clock.instant()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static PurchaseOrders.Order order(Request request) {
        return new PurchaseOrders.Order(
                request.number(),
                recipient(request.shipTo()),
                request.backOrder(),
                request.shipComplete(),
                request.shipMethod(),
                request.warehouse(),
                request.comment(),
                request.items().stream()
                        .map(item ->
                                new PurchaseOrders.Item(item.line(), item.sku(), item.unitPrice(), item.quantity()))
                        .toList());
    }

    private static Recipient recipient(ShipTo to) {
        return new Recipient(
                to.name(),
                to.name2(),
                to.line1(),
                to.line2(),
                to.city(),
                to.state(),
                to.zip(),
                to.country(),
                to.contact(),
                to.phone(),
                to.email());
    }

    private static <T> Uni<T> telling(Uni<T> call) {
        return call.onFailure(TdSynnexException.class).transform(Translation::of);
    }
}
