package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Distributor.Distributors;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Asks how an order stands that was placed, and when to ask again; until nothing more is to come. */
final class FollowOrder implements Step {

    // Down and up, so that orders that were placed together are not asked about together for ever.
    private static final double JITTER = 0.1;
    private static final int TRIES_BEFORE_GIVING_UP = 3;

    private final Distributors distributors;
    private final StatusBudget budget;
    private final SetBack setBack;
    private final StatusLog log;
    private final FollowPace pace;
    private final InstantSource clock;
    private final RandomGenerator chance;

    FollowOrder(
            Distributors distributors,
            StatusBudget budget,
            SetBack setBack,
            StatusLog log,
            FollowPace pace,
            InstantSource clock,
            RandomGenerator chance) {
        this.distributors = distributors;
        this.budget = budget;
        this.setBack = setBack;
        this.log = log;
        this.pace = pace;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public Uni<Order> take(Order order, Way way) {
        var now = clock.instant();
        return way.following()
                .map(following -> new Scope(following, pace))
                .map(scope -> follow(order, way, scope, now))
                .orElseGet(() -> Uni.createFrom().item(unfollowed(order, way, now)))
                .map(NextOrder::made);
    }

    private Uni<NextOrder> follow(Order order, Way way, Scope scope, Instant now) {
        if (isForTheDesk(order, scope, now)) {
            return Uni.createFrom().item(resumed(order, scope));
        }
        return budget.spend(scope.following(), now)
                .flatMap(ours -> ours
                        ? ask(order, way, scope, now)
                        : Uni.createFrom().item(new NextOrder(order).at(now.plus(jittered(pace.soonest())))));
    }

    // What woke it is that the desk was to be tried again: the distributor has nothing to do with that.
    private boolean isForTheDesk(Order order, Scope scope, Instant now) {
        return order.tries() > 0
                && !DeskReasons.of(order.reasons()).isEmpty()
                && !isAskedFor(order)
                && order.standing()
                        .map(standing ->
                                due(order, scope, standing, standing.asOf()).isAfter(now))
                        .orElse(false);
    }

    // Whoever decides that something be done has it done at that very time.
    private static boolean isAskedFor(Order order) {
        return !order.history().isEmpty()
                && order.next().equals(Optional.of(order.history().getLast().at()));
    }

    private NextOrder resumed(Order order, Scope scope) {
        var standing = order.standing().orElseThrow();
        return new NextOrder(order).at(due(order, scope, standing, standing.asOf()));
    }

    private Uni<NextOrder> ask(Order order, Way way, Scope scope, Instant began) {
        return distributors
                .of(way.distributor())
                .standing(order.key().number())
                .onItemOrFailure()
                .transformToUni((found, failure) -> switch (failure) {
                    case null ->
                        found.map(standing -> found(order, way, scope, began, standing))
                                .orElseGet(() -> missing(order, way, began));
                    case ConnectedSystemException e -> failed(order, way, began, e);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    private Uni<NextOrder> found(Order order, Way way, Scope scope, Instant began, Standing said) {
        var before = order.standing().orElseGet(() -> new Standing(said.asOf(), List.of(), List.of(), List.of()));
        var standing = Merging.of(before, said);
        var news = News.between(before, standing);
        var next = next(order, scope, standing);
        if (news.isEmpty()) {
            return Uni.createFrom().item(next);
        }
        return log.happened(order, way, began, standing, news)
                .replaceWith(next.because(clock.instant(), String.join("; ", news), StatusLog.FUNCTION));
    }

    private NextOrder next(Order order, Scope scope, Standing standing) {
        var now = clock.instant();
        var next = new NextOrder(order).standing(standing);
        if (scope.isOver(order, standing, now)) {
            return next.in(Stage.DONE, reasons(order, standing)).at(now);
        }
        return scope.hasPassed(order, now)
                ? passedOver(order, scope, next)
                : next.in(Stage.PLACED, reasons(order, standing)).at(due(order, scope, standing, now));
    }

    /** Those that do not pass by themselves. */
    private static List<Failure> reasons(Order order, Standing standing) {
        return Stream.concat(Fate.lines(standing).stream(), DeskReasons.of(order.reasons()).stream())
                .toList();
    }

    private Instant due(Order order, Scope scope, Standing standing, Instant now) {
        var pause = pace.pause(standing, Scope.submitted(order), now);
        return scope.following().next(now.plus(jittered(pause)));
    }

    private Duration jittered(Duration pause) {
        var factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }

    private Uni<NextOrder> missing(Order order, Way way, Instant began) {
        var known = order.standing().map(Standing::asOf).orElse(Instant.EPOCH);
        var heard = known.isAfter(Scope.submitted(order)) ? known : Scope.submitted(order);
        var gone = new Failure(
                order.asked().number(),
                "%s has no order %s, although it was placed"
                        .formatted(way.distributor().name(), order.key().number()),
                WhoCanFix.REMOTE_OWNER,
                "It is asked again. If this lasts, ask %s about the order, then mark it as handled or retry it."
                        .formatted(way.distributor().name()));
        if (order.tries() < TRIES_BEFORE_GIVING_UP
                || heard.plus(pace.patience()).isAfter(began)) {
            return inVain(order, way, began, gone, setBack.of(order, List.of()));
        }
        return log.failed(order, way, began, gone)
                .replaceWith(new NextOrder(order)
                        .in(Stage.NEEDS_ATTENTION, List.of(gone))
                        .because(began, gone.cause(), StatusLog.FUNCTION)
                        .at(began));
    }

    private Uni<NextOrder> failed(Order order, Way way, Instant began, ConnectedSystemException failure) {
        var why = Failure.of(order.asked().number(), failure);
        return inVain(order, way, began, why, setBack.of(order, failure));
    }

    // Of tries in vain that follow one another, the first is in the log.
    private Uni<NextOrder> inVain(Order order, Way way, Instant began, Failure why, NextOrder again) {
        var next = again.to(Stage.PLACED, DeskReasons.beside(order, why));
        return order.reasons().contains(why)
                ? Uni.createFrom().item(next)
                : log.failed(order, way, began, why).replaceWith(next);
    }

    private NextOrder unfollowed(Order order, Way way, Instant now) {
        var why = new Failure(
                order.asked().number(),
                "No template asks %s how its orders stand"
                        .formatted(way.distributor().name()),
                WhoCanFix.ADMINISTRATOR,
                "Enable a Get Order Status template between %s and %s; shipments and tracking numbers follow by themselves."
                        .formatted(way.desk().name(), way.distributor().name()));
        return new NextOrder(order)
                .to(Stage.PLACED, DeskReasons.beside(order, why))
                .at(now.plus(jittered(pace.settling())));
    }

    private static NextOrder passedOver(Order order, Scope scope, NextOrder next) {
        var why = new Failure(
                order.asked().number(),
                "It was placed longer ago than the template %s follows orders"
                        .formatted(scope.following().form().name()),
                WhoCanFix.ADMINISTRATOR,
                "Let the template follow orders for longer, or all that are active; or ask about this one now.");
        return next.in(Stage.PLACED, DeskReasons.beside(order, why)).resting();
    }
}
