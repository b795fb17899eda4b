package io.nowbridge.connector;

import io.nowbridge.order.AccountId;
import io.nowbridge.order.Distributor;
import io.nowbridge.order.Standing;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A distributor whose connection is watched: nothing is ordered there once that is closed. */
record WatchedOrders(Distributor distributor, Watch watch) implements Distributor {

    @Override
    public Uni<AccountId> account() {
        return watch.on(distributor.account());
    }

    @Override
    public Terms terms() {
        return distributor.terms();
    }

    @Override
    public Uni<Placement> place(Request request) {
        return watch.onWrite(() -> distributor.place(request));
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return watch.on(distributor.standing(number));
    }
}
