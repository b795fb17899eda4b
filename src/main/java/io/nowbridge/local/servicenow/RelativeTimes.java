package io.nowbridge.local.servicenow;

import java.time.Instant;
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
        var here = now.atOffset(ZoneOffset.UTC);
        var moment = switch (relative.group(1)) {
            case "minute" -> here.plusMinutes(amount);
            case "hour" -> here.plusHours(amount);
            case "dayofweek" -> here.plusDays(amount);
            case "month" -> here.plusMonths(amount);
            case "quarter" -> here.plusMonths(3 * amount);
            default -> here.plusYears(amount);
        };
        return Optional.of(Times.text(moment.toInstant()));
    }
}
