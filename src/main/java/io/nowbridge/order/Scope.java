package io.nowbridge.order;

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
