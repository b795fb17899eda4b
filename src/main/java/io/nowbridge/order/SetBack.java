package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What becomes of an order about which something was tried in vain: it is tried again after a while, ever longer. */
final class SetBack {

    private final Pauses pauses;
    private final InstantSource clock;

    SetBack(Pauses pauses, InstantSource clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    NextOrder of(Order order, ConnectedSystemException failure) {
        var least = failure instanceof Unavailable down ? down.retryAfter() : Duration.ZERO;
        return of(order, List.of(Failure.of(order.asked().number(), failure)), least);
    }

    NextOrder of(Order order, List<Failure> why) {
        return of(order, why, Duration.ZERO);
    }

    private NextOrder of(Order order, List<Failure> why, Duration least) {
        return new NextOrder(order).again(clock.instant().plus(pauses.after(order.tries(), least)), why);
    }
}
