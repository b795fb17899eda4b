package io.nowbridge.order;

import io.nowbridge.budget.Budgets;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A distributor that nobody takes a turn at once it has asked to be left alone, for as long as it said. */
final class PausingDistributor implements Distributor {

    // Who asks for more is not believed.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Distributor distributor;
    private final ConnectionId connection;
    private final Budgets budgets;
    private final InstantSource clock;

    PausingDistributor(Distributor distributor, ConnectionId connection, Budgets budgets, InstantSource clock) {
        this.distributor = distributor;
        this.connection = connection;
        this.budgets = budgets;
        this.clock = clock;
    }

    @Override
    public Uni<AccountId> account() {
        return distributor.account();
    }

    @Override
    public Terms terms() {
        return distributor.terms();
    }

    @Override
    public Uni<Placement> place(Request request) {
        return pausing(distributor.place(request));
    }

    @Override
    public Uni<Optional<Standing>> standing(String number) {
        return pausing(distributor.standing(number));
    }

    private <T> Uni<T> pausing(Uni<T> call) {
        return call.onFailure(failure -> failure instanceof Unavailable busy && busy.asked())
                .call(failure -> budgets.pause(connection, clock.instant().plus(asked((Unavailable) failure))));
    }

    private static Duration asked(Unavailable busy) {
        return busy.retryAfter().compareTo(LONGEST) < 0 ? busy.retryAfter() : LONGEST;
    }
}
