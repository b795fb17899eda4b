package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Order.Stage;
import io.nowbridge.order.Order.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What becomes of an order that was sent, or was to be. */
final class Fate {

    private final Duration settling;
    private final InstantSource clock;

    /** Orders that may have left are looked for after {@code settling}. */
    Fate(Duration settling, InstantSource clock) {
        this.settling = settling;
        this.clock = clock;
    }

    /** The distributor has it, and it stands like this. */
    NextOrder found(Order order, Standing standing) {
        return standing.status() == Status.REJECTED
                ? refused(order, lines(standing)).standing(standing)
                : next(order, Stage.PLACED, lines(standing), "The distributor has it")
                        .standing(standing)
                        .at(clock.instant().plus(settling));
    }

    NextOrder refused(Order order, List<Failure> why) {
        return next(order, Stage.REJECTED, why, "The distributor did not want it");
    }

    /** The distributor could make nothing of it, and has nothing of it. */
    NextOrder unreadable(Order order, Failure why) {
        return unsent(next(order, Stage.INVALID, List.of(why), "The distributor could not read it"), order);
    }

    /** It may have left: it is looked for as soon as it can be seen, which took longer than usual if it was sent before. */
    NextOrder unknown(Order order, Failure why) {
        var wait = settling.multipliedBy(Math.max(1, submission(order).attempt()));
        return next(order, Stage.UNCONFIRMED, List.of(why), "It may have been placed: the distributor is asked")
                .at(clock.instant().plus(wait));
    }

    /** It has certainly not left in this attempt: it is ready again, as soon as {@code next} says. */
    NextOrder unsent(NextOrder next, Order order) {
        return submission(order).attempt() == 1 ? next.submitted(Optional.empty()) : next;
    }

    /** A person has to find out. */
    NextOrder unclear(Order order, List<Failure> why) {
        return next(order, Stage.NEEDS_ATTENTION, why, "A person has to find out what became of it");
    }

    static Submission submission(Order order) {
        return order.submission()
                .orElseThrow(() -> new IllegalStateException("the order %s was never sent".formatted(order.id())));
    }

    private NextOrder next(Order order, Stage stage, List<Failure> why, String what) {
        var now = clock.instant();
        return new NextOrder(order)
                .in(stage, why)
                .because(now, what, OrderLog.FUNCTION)
                .at(now);
    }

    /** What is the matter with lines of an order that stands so. */
    static List<Failure> lines(Standing standing) {
        return standing.lines().stream().flatMap(line -> line(line).stream()).toList();
    }

    private static Optional<Failure> line(Standing.Line line) {
        var words = line.words().isBlank() ? "" : ": " + line.words();
        return switch (line.status()) {
            case REJECTED ->
                Optional.of(new Failure(
                        "line " + line.line(),
                        "The distributor rejected %s%s".formatted(line.sku(), words),
                        WhoCanFix.CALLER,
                        "Order it in another purchase order, or ask the distributor."));
            case IN_REVIEW ->
                Optional.of(new Failure(
                        "line " + line.line(),
                        "A person at the distributor has to release %s%s".formatted(line.sku(), words),
                        WhoCanFix.REMOTE_OWNER,
                        "Wait, or ask the distributor's representative."));
            case ACCEPTED, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, INVOICED, DELETED -> Optional.empty();
        };
    }
}
