package io.nowbridge.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayBeginsWhereTheViewerIs() {
        var justAfterMidnight = Instant.parse("2026-01-04T23:30:00Z");

        var span = Span.until(justAfterMidnight, BERLIN, 2);

        assertThat(span.last()).isEqualTo(LocalDate.parse("2026-01-05"));
        assertThat(span.begin()).isEqualTo(Instant.parse("2026-01-03T23:00:00Z"));
    }

    @Test
    void anHourCountsForTheDayInWhichItBegins() {
        var span = Span.until(Instant.parse("2026-01-05T09:00:00Z"), ZoneId.of("Asia/Kolkata"), 2);
        var acrossMidnight = hour("2026-01-04T18:00:00Z", Operation.NOTE, Result.FAILED, 3);

        var days = span.days(List.of(acrossMidnight));

        assertThat(days).extracting(day -> day.tally().of(Result.FAILED)).containsExactly(3L, 0L);
    }

    @Test
    void aDayOfTwentyFiveHoursHasThemAll() {
        var span = Span.until(Instant.parse("2026-10-25T22:30:00Z"), BERLIN, 1);
        var first = hour("2026-10-24T22:00:00Z", Operation.NOTE, Result.SUCCESS, 1);
        var last = hour("2026-10-25T22:00:00Z", Operation.NOTE, Result.SUCCESS, 1);

        var days = span.days(List.of(first, last));

        assertThat(days)
                .singleElement()
                .satisfies(day -> assertThat(day.tally().of(Result.SUCCESS)).isEqualTo(2));
    }

    @Test
    void daysOnWhichNothingHappenedAreThereToo() {
        var span = Span.until(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC, 3);

        var days = span.days(List.of());

        assertThat(days)
                .extracting(Overview.OfDay::day)
                .containsExactly(
                        LocalDate.parse("2026-02-27"), LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"));
    }

    @Test
    void operationsAddUpOverTheHoursAndThoseThatWereNotAreLeftOut() {
        var operations = Span.operations(List.of(
                hour("2026-01-05T08:00:00Z", Operation.NOTE, Result.SUCCESS, 2),
                hour("2026-01-05T09:00:00Z", Operation.NOTE, Result.SUCCESS, 3),
                hour("2026-01-05T09:00:00Z", Operation.TICKET, Result.FAILED, 1)));

        assertThat(operations)
                .containsExactly(
                        new Overview.OfOperation(Operation.TICKET, new Tally(Map.of(Result.FAILED, 1L))),
                        new Overview.OfOperation(Operation.NOTE, new Tally(Map.of(Result.SUCCESS, 5L))));
    }

    @Test
    void anHourAcrossItsBeginIsLeftOut() {
        var span = Span.until(Instant.parse("2026-01-05T09:00:00Z"), ZoneId.of("Asia/Kolkata"), 1);
        var across = hour("2026-01-04T18:00:00Z", Operation.NOTE, Result.FAILED, 3);
        var first = hour("2026-01-04T19:00:00Z", Operation.NOTE, Result.FAILED, 4);

        assertThat(span.begin()).isEqualTo(Instant.parse("2026-01-04T18:30:00Z"));
        assertThat(span.within(List.of(across, first))).containsExactly(first);
    }

    private static Count hour(String begin, Operation operation, Result result, long count) {
        return new Count(Instant.parse(begin), operation, result, count);
    }
}
