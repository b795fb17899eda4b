package io.nowbridge.connector.servicenow.order;

import io.nowbridge.connector.servicenow.Translation;
import io.nowbridge.connector.servicenow.order.OrderRows.Reading;
import io.nowbridge.order.OrderDesk;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.Report;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import io.nowbridge.template.CreateOrders;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Purchase orders as a template has them at a ServiceNow instance. */
public final class ServiceNowOrderDesk implements OrderDesk {

    private final ServiceNow serviceNow;
    private final OrderLayout layout;
    private final Optional<PassedOver> wanted;
    private final PurchaseOrderRecords records;
    private final OrderShowing showing;
    private final Learnt<Reading> reading;

    public ServiceNowOrderDesk(ServiceNow serviceNow, Template template) {
        this.serviceNow = serviceNow;
        this.layout = new OrderLayout(template);
        this.wanted = wanted(layout, CreateOrders.VENDOR.of(template));
        this.records = new PurchaseOrderRecords(serviceNow.records(), layout, CreateOrders.SHIP_TO.of(template));
        this.showing = new OrderShowing(serviceNow, layout);
        this.reading = new Learnt<>(this::learn);
    }

    // A template that follows orders marks none as ready.
    private static Optional<PassedOver> wanted(OrderLayout layout, String vendor) {
        return layout.column("status")
                .filter(status -> Query.takes(vendor))
                .flatMap(status -> Optional.ofNullable(layout.statuses().get("ready"))
                        .filter(Query::takes)
                        .map(ready -> new PassedOver(
                                status,
                                ready,
                                new Vendor(layout.source("vendor").orElse("vendor"), vendor))));
    }

    private Uni<Reading> learn() {
        var status = layout.source("status").stream().collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(ChoiceWords.of(serviceNow.choices(), layout.orders(), status), Amounts.of(serviceNow.records()))
                .with(Reading::new);
    }

    @Override
    public Multi<PurchaseOrder> ready() {
        return wanted.map(orders -> reading.answer()
                        .onItem()
                        .transformToMulti(known -> records.ready(orders.storedAs(known.words()), known))
                        .onFailure(ServiceNowException.class)
                        .transform(Translation::of))
                .orElseGet(() -> Multi.createFrom().empty());
    }

    @Override
    public Uni<Optional<PurchaseOrder>> find(String number) {
        return reading.answer()
                .flatMap(known -> records.find(number, known))
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }

    @Override
    public Uni<List<Passed>> passed() {
        return wanted.map(orders -> reading.answer()
                        .flatMap(known -> serviceNow
                                .counts()
                                .by(
                                        layout.orders(),
                                        List.of(orders.status(), orders.vendor().column()),
                                        Query.all())
                                .map(counts -> orders.storedAs(known.words()).of(counts, known.words())))
                        .onFailure(ServiceNowException.class)
                        .transform(Translation::of))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    @Override
    public Uni<List<String>> show(String id, Report report) {
        return showing.show(new SysId(id), report)
                .onFailure(ServiceNowException.class)
                .transform(Translation::of);
    }
}
