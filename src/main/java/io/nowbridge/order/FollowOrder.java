package io.nowbridge.order;

import io.nowbridge.activity.Failure;
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

    private final Distributors distributors;
    private final StatusBudget budget;
    private final Silence silence;
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
        this.silence = new Silence(setBack, log, pace.patience());
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
                .orElseGet(() -> Uni.createFrom().item(byNobody(order, way, now)))
                .map(NextOrder::made);
    }

    private NextOrder byNobody(Order order, Way way, Instant now) {
        return new NextOrder(order)
                .to(Stage.PLACED, DeskReasons.beside(order, Scope.ofNobody(order, way)))
                .at(now.plus(jittered(pace.settling())));
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
                                .orElseGet(() -> silence.unknown(order, way, began));
                    case ConnectedSystemException e -> silence.failed(order, way, began, e);
                    default -> Uni.createFrom().failure(failure);
                });
    }

    private Uni<NextOrder> found(Order order, Way way, Scope scope, Instant began, Standing said) {
        var before = order.standing().orElseGet(() -> new Standing(said.asOf(), List.of(), List.of(), List.of()));
        var standing = Merging.of(before, said);
        var news = News.between(before, standing);
        var next = next(order, scope, standing);
        if (news.isEmpty() && hasAsked(order)) {
            return Uni.createFrom().item(next);
        }
        var words = news.isEmpty() ? standing.status().words() : String.join("; ", news);
        return log.happened(order, way, began, standing, List.of(words))
                .replaceWith(next.because(clock.instant(), words, StatusLog.FUNCTION));
    }

    /** Whether the distributor was asked how an order stands, since it was placed, and has said so. */
    static boolean hasAsked(Order order) {
        return order.history().stream().anyMatch(event -> event.by().equals(StatusLog.FUNCTION));
    }

    private NextOrder next(Order order, Scope scope, Standing standing) {
        var now = clock.instant();
        var next = new NextOrder(order).standing(standing);
        if (scope.isOver(order, standing, now)) {
            return next.in(Stage.DONE, reasons(order, standing)).at(now);
        }
        return scope.hasPassed(order, now)
                ? next.in(Stage.PLACED, DeskReasons.beside(order, scope.passed(order)))
                        .resting()
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
}
