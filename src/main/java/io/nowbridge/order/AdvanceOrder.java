package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.budget.Budgets.Turn;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.OrderWork.Conditions;
import io.nowbridge.order.OrderWork.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does what is to be done about an order, one step after the other. Each is kept before the next, by a worker alone who has
 * taken the order; whoever takes it after him does not trust that what he was about to send has not left.
 */
public final class AdvanceOrder {

    /** What became of it. */
    public sealed interface Outcome {

        /** It is like this now. */
        record Advanced(Order order) implements Outcome {}

        /** The distributor is asked by as many as it may be: come again then. */
        record Later(Instant notBefore) implements Outcome {}

        /** There is none, or another works on it. */
        record Elsewhere() implements Outcome {}
    }

    /** All that can be done about an order. */
    record Steps(Step check, Step place, Step confirm, Step follow, Step show) {}

    private final Ways ways;
    private final Steps steps;
    private final Fate fate;
    private final SetBack setBack;
    private final OrderLog log;
    private final Stores stores;
    private final Conditions conditions;

    AdvanceOrder(
            Ways ways, Steps steps, Fate fate, SetBack setBack, OrderLog log, Stores stores, Conditions conditions) {
        this.ways = ways;
        this.steps = steps;
        this.fate = fate;
        this.setBack = setBack;
        this.log = log;
        this.stores = stores;
        this.conditions = conditions;
    }

    /** Works on it for {@code time} at most. */
    public Uni<Outcome> run(OrderId id, Duration time) {
        var shift = conditions.pace().shift();
        var lease = new Lease(id, time.compareTo(shift) < 0 ? time : shift, log, stores, conditions);
        return lease.take()
                .flatMap(taken -> taken.map(order -> work(order, lease).eventually(lease::giveBack))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Elsewhere())));
    }

    private Uni<Outcome> work(Order order, Lease lease) {
        if (!isDue(order)) {
            return Uni.createFrom().item(new Outcome.Advanced(order));
        }
        return ways.of(order).flatMap(found -> switch (found) {
            case Ways.Found.Open(var way) -> takeTurn(order, way, lease);
            case Ways.Found.Closed(var creating, var obstacles) -> wait(order, obstacles, lease);
            case Ways.Found.NoSuchTemplate none -> wait(order, List.of(Ways.removed(order)), lease);
            case Ways.Found.CreatesNoOrders other -> wait(order, List.of(Ways.removed(order)), lease);
        });
    }

    private Uni<Outcome> wait(Order order, List<Failure> obstacles, Lease lease) {
        return lease.keep(order, waiting(order, obstacles)).map(kept -> new Outcome.Advanced(kept.orElse(order)));
    }

    private Order waiting(Order order, List<Failure> obstacles) {
        return switch (order.stage()) {
            case SUBMITTING -> doubt(order);
            case READY, UNCONFIRMED, PLACED -> setBack.of(order, obstacles).made();
            // Why it rests is more than why the desk does not show it.
            case INVALID, HELD, REJECTED, NEEDS_ATTENTION, DONE, HANDLED ->
                setBack.of(order, order.reasons()).made();
        };
    }

    private Uni<Outcome> takeTurn(Order order, Way way, Lease lease) {
        var distributor = way.distributor().id();
        return stores.budgets()
                .take(distributor, lease.owner(), conditions.pace().atOnce(), now(), lease.end())
                .flatMap(turn -> switch (turn) {
                    case Turn.Taken taken ->
                        advance(order, way, lease, false)
                                .<Outcome>map(Outcome.Advanced::new)
                                .eventually(() -> stores.budgets().giveBack(distributor, lease.owner()));
                    case Turn.Wait(var notBefore) -> Uni.createFrom().item(new Outcome.Later(notBefore));
                });
    }

    /** Goes on for as long as there is something to be done; {@code ours} says that it was we who did the step before. */
    private Uni<Order> advance(Order order, Way way, Lease lease, boolean ours) {
        var mayLeave = ours && order.stage() == Stage.SUBMITTING;
        if (!isDue(order) || (!mayLeave && !lease.hasTime())) {
            return Uni.createFrom().item(order);
        }
        return step(order, way, lease, mayLeave)
                .flatMap(next -> lease.keep(order, next))
                .flatMap(kept -> kept.map(now -> show(now, way, lease))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .flatMap(shown -> shown.map(now -> advance(now, way, lease, true))
                        .orElseGet(() -> Uni.createFrom().item(order)));
    }

    private Uni<Order> step(Order order, Way way, Lease lease, boolean mayLeave) {
        return switch (order.stage()) {
            case READY -> steps.check().take(order, way);
            case SUBMITTING ->
                mayLeave
                        ? lease.hasTime()
                                ? steps.place().take(order, way)
                                : Uni.createFrom().item(unsent(order))
                        : Uni.createFrom().item(doubt(order));
            case UNCONFIRMED -> steps.confirm().take(order, way);
            case PLACED -> steps.follow().take(order, way);
            case INVALID, HELD, REJECTED, NEEDS_ATTENTION, DONE, HANDLED ->
                steps.show()
                        .take(order, way)
                        .map(shown -> shown.version() == order.version()
                                ? new NextOrder(order).resting().made()
                                : shown);
        };
    }

    // Nothing is shown between an order's being kept as submitted and its being sent.
    private Uni<Optional<Order>> show(Order order, Way way, Lease lease) {
        return order.stage() == Stage.SUBMITTING
                ? Uni.createFrom().item(Optional.of(order))
                : steps.show()
                        .take(order, way)
                        .flatMap(shown -> shown.version() == order.version()
                                ? Uni.createFrom().item(Optional.of(order))
                                : lease.keep(order, shown));
    }

    // Whoever had it died, or sleeps: it may have left.
    private Order doubt(Order order) {
        return fate.unknown(
                        order,
                        new Failure(
                                order.asked().number(),
                                "The work on it ended before it was known whether the order had been placed",
                                WhoCanFix.NOBODY,
                                "The distributor is asked for it."))
                .made();
    }

    private Order unsent(Order order) {
        return fate.unsent(new NextOrder(order).to(Stage.READY, List.of()), order)
                .at(now())
                .made();
    }

    private boolean isDue(Order order) {
        return order.next().filter(next -> !next.isAfter(now())).isPresent();
    }

    private Instant now() {
        return conditions.clock().instant();
    }
}
