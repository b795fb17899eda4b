package io.nowbridge.local.servicenow;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code javascript:} values of a query, which the instance evaluates itself.
 *
 * <p>Known are the user and the calendar functions of {@code gs}; anything else evaluates to nothing.
 */
final class ScriptedValues {

    private static final String PREFIX = "javascript:";
    private static final Pattern CALL = Pattern.compile("\\s*(?:return\\s+)?gs\\.(\\w+)\\(([^)]*)\\);?\\s*");
    private static final Pattern AGO = Pattern.compile("(minutes|hours|days|months|years)Ago(Start|End)?");
    private static final Pattern EDGE =
            Pattern.compile("(beginning|end)Of(This|Last|Next)?(Today|Yesterday|Tomorrow|Week|Month|Quarter|Year)");

    private final Caller caller;
    private final Instant now;

    ScriptedValues(Caller caller, Instant now) {
        this.caller = caller;
        this.now = now;
    }

    String evaluate(String value) {
        if (!value.startsWith(PREFIX)) {
            return value;
        }
        var call = CALL.matcher(value.substring(PREFIX.length()));
        return call.matches() ? call(call.group(1), call.group(2).replaceAll("['\"\\s]", "")) : "";
    }

    private String call(String function, String arguments) {
        return switch (function) {
            case "getUserID", "user_id" -> caller.sysId();
            case "getUserName" -> caller.userName();
            case "getUserDisplayName" -> caller.displayName();
            case "nowDateTime" -> utc(here());
            case "now" -> here().toLocalDate().toString();
            case "dateGenerate" -> dateGenerate(arguments);
            default ->
                ago(function, arguments).or(() -> edge(function)).map(this::utc).orElse("");
        };
    }

    private ZonedDateTime here() {
        return now.truncatedTo(ChronoUnit.SECONDS).atZone(caller.zone());
    }

    private String utc(ZonedDateTime time) {
        return Times.text(time.toInstant());
    }

    private String dateGenerate(String arguments) {
        var parts = arguments.split(",", -1);
        try {
            var time = parts.length < 2 || parts[1].equals("start")
                    ? LocalTime.MIN
                    : parts[1].equals("end") ? LocalTime.of(23, 59, 59) : LocalTime.parse(parts[1]);
            return utc(LocalDateTime.of(LocalDate.parse(parts[0]), time).atZone(caller.zone()));
        } catch (DateTimeParseException notADate) {
            return "";
        }
    }

    private Optional<ZonedDateTime> ago(String function, String argument) {
        var ago = AGO.matcher(function);
        if (!ago.matches() || !argument.matches("-?\\d{1,6}")) {
            return Optional.empty();
        }
        var unit = ChronoUnit.valueOf(ago.group(1).toUpperCase(Locale.ROOT));
        var time = here().minus(Long.parseLong(argument), unit);
        return Optional.of(
                switch (Optional.ofNullable(ago.group(2)).orElse("")) {
                    case "Start" -> startOf(unit, time);
                    case "End" -> startOf(unit, time).plus(1, unit).minusSeconds(1);
                    default -> time;
                });
    }

    private static ZonedDateTime startOf(ChronoUnit unit, ZonedDateTime time) {
        return switch (unit) {
            case MONTHS -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            case YEARS -> time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            default -> time.truncatedTo(unit);
        };
    }

    private Optional<ZonedDateTime> edge(String function) {
        var edge = EDGE.matcher(function);
        if (!edge.matches()) {
            return Optional.empty();
        }
        var today = here().truncatedTo(ChronoUnit.DAYS);
        var shift = switch (Optional.ofNullable(edge.group(2)).orElse("")) {
            case "Last" -> -1;
            case "Next" -> 1;
            default -> 0;
        };
        var period = switch (edge.group(3)) {
            case "Yesterday" -> new Period(today.minusDays(1), 1, ChronoUnit.DAYS);
            case "Tomorrow" -> new Period(today.plusDays(1), 1, ChronoUnit.DAYS);
            case "Week" -> new Period(monday(today), 1, ChronoUnit.WEEKS);
            case "Month" -> new Period(today.withDayOfMonth(1), 1, ChronoUnit.MONTHS);
            case "Quarter" -> new Period(quarter(today), 3, ChronoUnit.MONTHS);
            case "Year" -> new Period(today.withDayOfYear(1), 1, ChronoUnit.YEARS);
            default -> new Period(today, 1, ChronoUnit.DAYS);
        };
        var start = period.start().plus((long) shift * period.length(), period.unit());
        return Optional.of(
                edge.group(1).equals("beginning")
                        ? start
                        : start.plus(period.length(), period.unit()).minus(Duration.ofSeconds(1)));
    }

    private static ZonedDateTime monday(ZonedDateTime day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static ZonedDateTime quarter(ZonedDateTime day) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
    }

    private record Period(ZonedDateTime start, int length, ChronoUnit unit) {}
}
