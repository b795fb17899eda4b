package io.nowbridge.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void theHourIsThatOfTheZone() {
        assertThat(runs("0 6 * * *", BERLIN, "2026-01-05T09:00:00Z", 2))
                .containsExactly(Instant.parse("2026-01-06T05:00:00Z"), Instant.parse("2026-01-07T05:00:00Z"));
    }

    @Test
    void aRunIsAfterTheInstantAndNeverAtIt() {
        assertThat(runs("0 6 * * *", UTC, "2026-01-05T06:00:00Z", 1))
                .containsExactly(Instant.parse("2026-01-06T06:00:00Z"));
    }

    // 29 March 2026, 2:00 becomes 3:00.
    @Test
    void whatTheBerlinClockSkipsRunsAsSoonAsTheSkipIsOver() {
        assertThat(runs("30 2 * * *", BERLIN, "2026-03-28T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
    }

    // 8 March 2026, 2:00 becomes 3:00.
    @Test
    void whatTheNewYorkClockSkipsRunsAsSoonAsTheSkipIsOver() {
        assertThat(runs("30 2 * * *", NEW_YORK, "2026-03-07T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-08T07:00:00Z"), Instant.parse("2026-03-09T06:30:00Z"));
    }

    @Test
    void severalTimesWithinASkipRunOnceTogetherWithTheTimeAfterIt() {
        assertThat(runs("0,30 2,3 * * *", BERLIN, "2026-03-28T23:30:00Z", 2))
                .containsExactly(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:30:00Z"));
    }

    // 25 October 2026, 3:00 becomes 2:00.
    @Test
    void whatTheBerlinClockShowsTwiceRunsAtTheFirst() {
        assertThat(runs("30 2 * * *", BERLIN, "2026-10-24T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    }

    // 1 November 2026, 2:00 becomes 1:00.
    @Test
    void whatTheNewYorkClockShowsTwiceRunsAtTheFirst() {
        assertThat(runs("30 1 * * *", NEW_YORK, "2026-10-31T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-11-01T05:30:00Z"), Instant.parse("2026-11-02T06:30:00Z"));
    }

    @Test
    void withinTheHourThatIsShownAgainNothingRuns() {
        assertThat(runs("*/15 * * * *", BERLIN, "2026-10-25T01:10:00Z", 1))
                .containsExactly(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void aLeapDayComesEveryFourYears() {
        assertThat(runs("0 12 29 2 *", UTC, "2026-01-01T00:00:00Z", 2))
                .containsExactly(Instant.parse("2028-02-29T12:00:00Z"), Instant.parse("2032-02-29T12:00:00Z"));
    }

    @Test
    void aLeapDayIsNotExpectedInAYearThatHasNone() {
        assertThat(runs("0 12 29 2 *", UTC, "2096-03-01T00:00:00Z", 1))
                .containsExactly(Instant.parse("2104-02-29T12:00:00Z"));
    }

    @Test
    void aDayOfTheMonthAndAWeekdayMeanEitherAsInACrontab() {
        assertThat(runs("0 0 13 * FRI", UTC, "2026-01-08T12:00:00Z", 3))
                .containsExactly(
                        Instant.parse("2026-01-09T00:00:00Z"),
                        Instant.parse("2026-01-13T00:00:00Z"),
                        Instant.parse("2026-01-16T00:00:00Z"));
    }

    @Test
    void sundayIsBothZeroAndSeven() {
        var nextSunday = List.of(Instant.parse("2026-01-11T06:00:00Z"));

        assertThat(runs("0 6 * * 0", UTC, "2026-01-05T09:00:00Z", 1)).isEqualTo(nextSunday);
        assertThat(runs("0 6 * * 7", UTC, "2026-01-05T09:00:00Z", 1)).isEqualTo(nextSunday);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0 6 * *",
                "0 6 * * * *",
                "60 * * * *",
                "0 24 * * *",
                "0 6 0 * *",
                "0 6 32 * *",
                "0 6 * 13 *",
                "0 6 * * 8",
                "*/0 * * * *",
                "5-1 * * * *",
                "0 6 ? * *",
                "0 6 L * *",
                "@daily",
                "every morning",
                "-5 * * * *",
                "1,,2 * * * *"
            })
    void whatACrontabWouldNotTakeIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cron(expression, UTC))
                .withMessageStartingWith("is not minute, hour, day, month and weekday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 6 30 2 *", "0 6 31 4,6,9,11 *"})
    void aDayThatNeverComesIsRefused(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cron(expression, UTC))
                .withMessage("names a day that never comes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "UTC+1", "CEST", "Berlin", "europe/berlin", ""})
    void aZoneIsNamedAsInTheIanaDatabase(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cron.zone(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * * | 1",
                "*/5 * * * * | 5",
                "0,3 9 1 1 * | 3",
                "0,58 * * * * | 2",
                "58,1 0,23 * * * | 3",
                "0 6 * * * | 1440",
                "0 6,18 * * 1 | 720"
            })
    void theShortestIntervalIsThatOfItsDays(String expression, int minutes) {
        assertThat(new Cron(expression, UTC).shortestInterval()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void blanksMakeNoDifference() {
        assertThat(new Cron(" 0  6 * *\t* ", UTC)).isEqualTo(new Cron("0 6 * * *", UTC));
    }

    @Test
    void aDayThatTheCalendarOfAZoneLeftOutRunsWhenTheNextBegins() {
        // Samoa went from 29 to 31 December 2011.
        var apia = ZoneId.of("Pacific/Apia");

        assertThat(runs("0 6 30 12 *", apia, "2011-12-29T00:00:00Z", 1))
                .containsExactly(
                        LocalDateTime.of(2011, 12, 31, 0, 0).atZone(apia).toInstant());
    }

    private static List<Instant> runs(String expression, ZoneId zone, String after, int count) {
        var cron = new Cron(expression, zone);
        return Stream.iterate(next(cron, Instant.parse(after)), last -> next(cron, last))
                .limit(count)
                .toList();
    }

    private static Instant next(Cron cron, Instant after) {
        return cron.next(Instant.EPOCH, after);
    }
}
