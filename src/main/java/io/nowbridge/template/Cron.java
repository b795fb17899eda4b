package io.nowbridge.template;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * At the times of a clock on the wall, as crontab writes them: minute, hour, day of the month, month, day of the week.
 *
 * <p>A time that the clock skips (2:30 when summer time begins) runs at the first instant after the skip; a time that it
 * shows twice runs at the first.
 */
public record Cron(String expression, ZoneId zone) implements Schedule {

    private static final int LONGEST = 100;
    private static final CronParser CRONTAB =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final ZonedDateTime ANY_MIDNIGHT =
            LocalDateTime.of(2024, 1, 1, 0, 0).atZone(ZoneOffset.UTC);

    public Cron {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
        }
        expression = expression.strip().replaceAll("\\s+", " ");
        if (times(expression).nextExecution(ANY_MIDNIGHT).isEmpty()) {
            throw new IllegalArgumentException("names a day that never comes");
        }
    }

    /** The zone that the IANA database has under {@code name}: {@code Europe/Berlin}. */
    public static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("is not the name of a time zone, such as Europe/Berlin");
        }
        return ZoneId.of(name);
    }

    @Override
    public Instant next(Instant since, Instant after) {
        var times = times(expression);
        var wall = after.atZone(zone).toLocalDateTime();
        while (true) {
            wall = following(times, wall);
            var instant = instant(wall);
            // Not so where the clock shows the same hour again: its times have run.
            if (instant.isAfter(after)) {
                return instant;
            }
        }
    }

    // As if it ran every day: which days those are does not matter to the times within them.
    @Override
    public Duration shortestInterval() {
        var times = times(expression.replaceFirst("( \\S+){3}$", " * * *"));
        var first = following(times, ANY_MIDNIGHT.toLocalDateTime());
        var shortest = Duration.ofDays(1);
        for (var from = first; from.isBefore(first.plusDays(1)); ) {
            var to = following(times, from);
            var interval = Duration.between(from, to);
            shortest = interval.compareTo(shortest) < 0 ? interval : shortest;
            from = to;
        }
        return shortest;
    }

    @Override
    public String words() {
        return expression + " in " + zone;
    }

    private Instant instant(LocalDateTime wall) {
        var shift = zone.getRules().getTransition(wall);
        return shift != null && shift.isGap()
                ? shift.getInstant()
                : wall.atZone(zone).toInstant();
    }

    // The library sees a clock that is never put forward or back, so that what becomes of those hours is ours to say.
    private static LocalDateTime following(ExecutionTime times, LocalDateTime wall) {
        return times.nextExecution(wall.atZone(ZoneOffset.UTC))
                .orElseThrow(() -> new IllegalStateException("the schedule has no next run"))
                .toLocalDateTime();
    }

    private static ExecutionTime times(String expression) {
        try {
            return ExecutionTime.forCron(CRONTAB.parse(expression));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is not minute, hour, day, month and weekday as in a crontab: " + e.getMessage(), e);
        }
    }
}
