package io.nowbridge.connector;

import io.nowbridge.order.OrderDesk;
import io.nowbridge.order.PurchaseOrder;
import io.nowbridge.order.Report;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The purchase orders of a desk whose connection is watched: nothing is written there once that is closed. */
record WatchedOrderDesk(OrderDesk desk, Watch watch) implements OrderDesk {

    @Override
    public Multi<PurchaseOrder> ready() {
        return watch.on(desk.ready());
    }

    @Override
    public Uni<Optional<PurchaseOrder>> find(String number) {
        return watch.on(desk.find(number));
    }

    @Override
    public Uni<List<Passed>> passed() {
        return watch.on(desk.passed());
    }

    @Override
    public Uni<List<String>> show(String id, Report report) {
        return watch.onWrite(() -> desk.show(id, report));
    }
}
