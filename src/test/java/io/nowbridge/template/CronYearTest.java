package io.nowbridge.template;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules against somebody who watches the clock on the wall for a year, minute by minute. */
class CronYearTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant YEARS_END = Instant.parse("2027-01-01T00:00:00Z");

    private record Line(String expression, Predicate<LocalDateTime> isTime) {

        @Override
        public String toString() {
            return expression;
        }
    }

    private static Stream<Arguments> linesInZones() {
        var lines = List.of(
                new Line("*/15 * * * *", time -> time.getMinute() % 15 == 0),
                new Line("30 2 * * *", time -> time.getMinute() == 30 && time.getHour() == 2),
                new Line("5,55 1-3 * * *", time -> time.getMinute() % 50 == 5 && isWithin(1, time.getHour(), 3)),
                new Line(
                        "0 6 * * 1-5",
                        time -> isOnTheHour(time, 6) && time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0),
                new Line(
                        "0 0 1 * 0",
                        time -> isOnTheHour(time, 0)
                                && (time.getDayOfMonth() == 1 || time.getDayOfWeek() == DayOfWeek.SUNDAY)));
        // Lord Howe's clocks are put forward by half an hour, and its summer is in January.
        return Stream.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                .flatMap(zone -> lines.stream().map(line -> Arguments.of(line, ZoneId.of(zone))));
    }

    @ParameterizedTest
    @MethodSource("linesInZones")
    void itRunsWheneverTheClockFirstShowsATimeOfItsOrHasJustSkippedOne(Line line, ZoneId zone) {
        var cron = new Cron(line.expression(), zone);

        var runs = Stream.iterate(cron.next(NEW_YEAR, NEW_YEAR), YEARS_END::isAfter, last -> cron.next(NEW_YEAR, last))
                .toList();

        assertThat(runs).isEqualTo(watched(line, zone));
    }

    private static List<Instant> watched(Line line, ZoneId zone) {
        var runs = new ArrayList<Instant>();
        var latest = NEW_YEAR.atZone(zone).toLocalDateTime();
        for (var now = NEW_YEAR; now.isBefore(YEARS_END); now = now.plus(1, MINUTES)) {
            var shown = now.atZone(zone).toLocalDateTime();
            if (shown.isAfter(latest)) {
                var skipped = MINUTES.between(latest, shown);
                if (Stream.iterate(shown, time -> time.minusMinutes(1))
                        .limit(skipped)
                        .anyMatch(line.isTime())) {
                    runs.add(now);
                }
                latest = shown;
            }
        }
        return runs;
    }

    private static boolean isWithin(int first, int hour, int last) {
        return first <= hour && hour <= last;
    }

    private static boolean isOnTheHour(LocalDateTime time, int hour) {
        return time.getHour() == hour && time.getMinute() == 0;
    }
}
