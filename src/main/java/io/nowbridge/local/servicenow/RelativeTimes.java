package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments given relative to now: {@code @hour@ago@1}. */
final class RelativeTimes {

    private static final Pattern RELATIVE =
            Pattern.compile("@(minute|hour|dayofweek|month|quarter|year)@(ago|ahead)@(\\d{1,6})");

    private final Instant now;

    RelativeTimes(Instant now) {
        this.now = now;
    }

    Optional<String> moment(String operand) {
        var relative = RELATIVE.matcher(operand);
        if (!relative.matches()) {
            return Optional.empty();
        }
        var amount = Long.parseLong(relative.group(3)) * (relative.group(2).equals("ago") ? -1 : 1);
        var moment = shifted(now.atOffset(ZoneOffset.UTC), relative.group(1), amount);
        return Optional.of(Times.text(moment.toInstant()));
    }

    static OffsetDateTime shifted(OffsetDateTime from, String unit, long amount) {
        return switch (unit) {
            case "minute" -> from.plusMinutes(amount);
            case "hour" -> from.plusHours(amount);
            case "day", "dayofweek" -> from.plusDays(amount);
            case "week" -> from.plusWeeks(amount);
            case "month" -> from.plusMonths(amount);
            case "quarter" -> from.plusMonths(3 * amount);
            default -> from.plusYears(amount);
        };
    }
}
