package io.nowbridge.order;

import io.nowbridge.activity.Failure;
import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.order.Order.Submission;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.Template;
import java.time.Duration;
import java.time.Instant;

/** Which orders a template follows, and for how long. */
record Scope(Template following, FollowPace pace) {

    private static final String ACTIVE = "active";
    private static final String ALL = "all";
    private static final String DAYS = "-days";

    /** When it was placed, as far as that is known here. */
    static Instant submitted(Order order) {
        return order.submission().map(Submission::at).orElse(order.created());
    }

    /** That an order is not followed, since no template does that. */
    static Failure ofNobody(Order order, Way way) {
        var desk = way.desk().name();
        var distributor = way.distributor().name();
        return new Failure(
                order.asked().number(),
                "No template asks %s how its orders stand".formatted(distributor),
                WhoCanFix.ADMINISTRATOR,
                "Enable a Get Order Status template between %s and %s; shipments and tracking numbers follow by themselves."
                        .formatted(desk, distributor));
    }

    /** That an order is not followed any more. */
    Failure passed(Order order) {
        return new Failure(
                order.asked().number(),
                "It was placed longer ago than the template %s follows orders"
                        .formatted(following.form().name()),
                WhoCanFix.ADMINISTRATOR,
                "Let the template follow orders for longer, or all that are active; or ask about this one now.");
    }

    /** Whether it is too old to be asked about. */
    boolean hasPassed(Order order, Instant now) {
        var scope = GetOrderStatus.SCOPE.of(following);
        return scope.endsWith(DAYS) && submitted(order).plus(days(scope)).isBefore(now);
    }

    /** Whether nothing more is to be asked about it. */
    boolean isOver(Order order, Standing standing, Instant now) {
        return !isKept(order, now) && (isComplete(standing) || isLongSince(order, standing, now));
    }

    // Although it is over, the template wants to know of it.
    private boolean isKept(Order order, Instant now) {
        var scope = GetOrderStatus.SCOPE.of(following);
        return switch (scope) {
            case ACTIVE -> false;
            case ALL -> submitted(order).plus(pace.memory()).isAfter(now);
            default -> submitted(order).plus(days(scope)).isAfter(now);
        };
    }

    private static boolean isComplete(Standing standing) {
        return standing.status().isOver() && FollowPace.isTracked(standing);
    }

    // What is still missing by then is not waited for any more.
    private boolean isLongSince(Order order, Standing standing, Instant now) {
        var hasLeft = standing.status().hasLeft() || standing.status().isOver();
        return hasLeft
                && FollowPace.lastHappening(standing, submitted(order))
                        .plus(pace.bills())
                        .isBefore(now);
    }

    private static Duration days(String scope) {
        return Duration.ofDays(Long.parseLong(scope.substring(0, scope.length() - DAYS.length())));
    }
}
