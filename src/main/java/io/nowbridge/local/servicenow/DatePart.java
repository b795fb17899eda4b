package io.nowbridge.local.servicenow;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** One part of a date to compare: {@code Monday@javascript:gs.datePart('dayofweek','monday','GE')}; weeks begin on Sunday. */
record DatePart(String unit, long value, Operator operator) {

    private static final Pattern SCRIPT =
            Pattern.compile(".*gs\\.datePart\\(\\s*'(\\w+)'\\s*,\\s*'(\\w+)'\\s*,\\s*'(EE|LT|LE|GT|GE)'\\s*\\).*");

    static Optional<DatePart> parse(String operand) {
        var script = SCRIPT.matcher(operand.replace('"', '\''));
        return script.matches()
                ? value(script.group(2)).map(value -> new DatePart(script.group(1), value, operator(script.group(3))))
                : Optional.empty();
    }

    /** Whether a stored time, as it reads in the zone, has such a part. */
    boolean holds(String stored, ZoneId zone) {
        return Times.stored(stored, ZoneOffset.UTC)
                .map(time -> LocalDateTime.parse(time, Times.FORMAT)
                        .atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(zone))
                .flatMap(this::part)
                .filter(part -> Comparison.numbers(operator, part, value))
                .isPresent();
    }

    private Optional<Long> part(ZonedDateTime time) {
        return switch (unit) {
            case "hour" -> Optional.of((long) time.getHour());
            case "dayofweek" -> Optional.of(fromSunday(time.getDayOfWeek()));
            case "week" -> Optional.of((long) time.get(WeekFields.SUNDAY_START.weekOfYear()));
            case "month" -> Optional.of((long) time.getMonthValue());
            case "quarter" -> Optional.of(time.getLong(IsoFields.QUARTER_OF_YEAR));
            case "year" -> Optional.of((long) time.getYear());
            default -> Optional.empty();
        };
    }

    private static Optional<Long> value(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Long.parseLong(text));
        }
        var day = Arrays.stream(DayOfWeek.values())
                .filter(known -> known.name().equalsIgnoreCase(text))
                .map(DatePart::fromSunday);
        var month = Arrays.stream(Month.values())
                .filter(known -> known.name().equalsIgnoreCase(text))
                .map(known -> (long) known.getValue());
        return day.findFirst().or(month::findFirst);
    }

    private static long fromSunday(DayOfWeek day) {
        return day.getValue() % 7 + 1L;
    }

    private static Operator operator(String name) {
        return switch (name) {
            case "LT" -> Operator.LESS;
            case "LE" -> Operator.AT_MOST;
            case "GT" -> Operator.GREATER;
            case "GE" -> Operator.AT_LEAST;
            default -> Operator.EQUALS;
        };
    }
}
