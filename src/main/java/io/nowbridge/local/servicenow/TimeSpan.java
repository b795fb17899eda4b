package io.nowbridge.local.servicenow;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A distance from what another field holds: {@code activity_due@day@before@3}. */
record TimeSpan(String field, String unit, long amount, boolean before) {

    private static final Pattern SPAN =
            Pattern.compile("([\\w.]+)@(minute|hour|day|week|month|quarter|year)@(before|after)@(\\d{1,6})");

    static Optional<TimeSpan> parse(String operand) {
        var span = SPAN.matcher(operand);
        return span.matches()
                ? Optional.of(new TimeSpan(
                        span.group(1),
                        span.group(2),
                        Long.parseLong(span.group(4)),
                        span.group(3).equals("before")))
                : Optional.empty();
    }

    /** Whether a time is further away from the other one, on the side that is meant, than this span. */
    boolean isExceeded(String time, String other) {
        return edge(other)
                .filter(edge -> !time.isEmpty() && (before ? time.compareTo(edge) < 0 : time.compareTo(edge) > 0))
                .isPresent();
    }

    /** Whether a time is on the side that is meant, and no further away than this span. */
    boolean isKept(String time, String other) {
        return edge(other).isPresent()
                && !time.isEmpty()
                && (before ? time.compareTo(other) <= 0 : time.compareTo(other) >= 0)
                && !isExceeded(time, other);
    }

    private Optional<String> edge(String other) {
        return Times.stored(other, ZoneOffset.UTC)
                .map(stored -> LocalDateTime.parse(stored, Times.FORMAT).atOffset(ZoneOffset.UTC))
                .map(from -> RelativeTimes.shifted(from, unit, before ? -amount : amount))
                .map(edge -> Times.text(edge.toInstant()));
    }
}
