package io.nowbridge.order;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.template.GetOrderStatus;
import io.nowbridge.template.Template;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many requests about orders a distributor may be sent in a day. They are given out as the day goes on, an hour's share in
 * advance, so that what is left over from a quiet night serves a busy morning, and none is used up before its time.
 */
final class StatusBudget {

    private static final long ADVANCE = Duration.ofHours(1).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Orders orders;

    StatusBudget(Orders orders) {
        this.orders = orders;
    }

    /** Takes one of those that the template allows for; false if none is left for now. */
    Uni<Boolean> spend(Template following, Instant now) {
        return orders.spend(distributor(following), day(now), givenOut(following, now));
    }

    /** How many of those that the template allows for are left for now. */
    Uni<Integer> left(Template following, Instant now) {
        return orders.spent(distributor(following), day(now))
                .map(spent -> Math.max(0, givenOut(following, now) - spent));
    }

    private static int givenOut(Template following, Instant now) {
        var sinceMidnight =
                now.getEpochSecond() - day(now).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        return GetOrderStatus.REQUESTS_A_DAY
                .of(following)
                .multiply(BigDecimal.valueOf(Math.min(DAY, sinceMidnight + ADVANCE)))
                .divideToIntegralValue(BigDecimal.valueOf(DAY))
                .intValueExact();
    }

    private static ConnectionId distributor(Template following) {
        return following.form().distributor();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
