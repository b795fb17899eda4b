package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.order.Order.Stage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of an order whose distributor could not be asked, or does not know it any more: patience, and then a person. */
final class Silence {

    private static final int TRIES_AT_LEAST = 3;

    private final SetBack setBack;
    private final StatusLog log;
    private final Duration patience;

    Silence(SetBack setBack, StatusLog log, Duration patience) {
        this.setBack = setBack;
        this.log = log;
        this.patience = patience;
    }

    /** It could not be asked. */
    Uni<NextOrder> failed(Order order, Way way, Instant began, ConnectedSystemException failure) {
        var why = Failure.of(order.asked().number(), failure);
        return inVain(order, way, began, why, setBack.of(order, failure));
    }

    /** It has none of this number, although it has taken it. */
    Uni<NextOrder> unknown(Order order, Way way, Instant began) {
        var why = gone(order, way);
        if (order.tries() < TRIES_AT_LEAST || heard(order).plus(patience).isAfter(began)) {
            return inVain(order, way, began, why, setBack.of(order, List.of(why)));
        }
        return log.failed(order, way, began, why)
                .replaceWith(new NextOrder(order)
                        .in(Stage.NEEDS_ATTENTION, List.of(why))
                        .because(began, why.cause(), StatusLog.FUNCTION)
                        .at(began));
    }

    private static Instant heard(Order order) {
        var submitted = Scope.submitted(order);
        return order.standing().map(Standing::asOf).filter(submitted::isBefore).orElse(submitted);
    }

    private static Failure gone(Order order, Way way) {
        var name = way.distributor().name();
        return new Failure(
                order.asked().number(),
                "%s has no order %s, although it was placed"
                        .formatted(name, order.key().number()),
                WhoCanFix.REMOTE_OWNER,
                "It is asked again. If this lasts, ask %s about the order, then mark it as handled or retry it."
                        .formatted(name));
    }

    // Of tries in vain that follow one another, the first is in the log.
    private Uni<NextOrder> inVain(Order order, Way way, Instant began, Failure why, NextOrder again) {
        var next = again.to(Stage.PLACED, DeskReasons.beside(order, why));
        return order.reasons().contains(why)
                ? Uni.createFrom().item(next)
                : log.failed(order, way, began, why).replaceWith(next);
    }
}
