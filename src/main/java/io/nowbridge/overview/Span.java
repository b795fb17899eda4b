package io.nowbridge.overview;

import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.Operation;
import io.nowbridge.overview.Overview.OfDay;
import io.nowbridge.overview.Overview.OfOperation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that an overview is about, as they are where whoever looks at it is. What is counted is counted by the hour: one that
 * lies across midnight, in a zone that is half an hour off, belongs to the day in which it begins.
 */
record Span(LocalDate first, LocalDate last, ZoneId zone) {

    /** So many days, of which {@code now} is in the last. */
    static Span until(Instant now, ZoneId zone, int days) {
        var today = LocalDate.ofInstant(now, zone);
        return new Span(today.minusDays(days - 1L), today, zone);
    }

    Instant begin() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** Without the hour that lies across its begin: it belongs to the day before. */
    List<Count> within(List<Count> counts) {
        return counts.stream().filter(count -> !dayOf(count).isBefore(first)).toList();
    }

    /** All its days, also those in which nothing happened. */
    List<OfDay> days(List<Count> counts) {
        return first.datesUntil(last.plusDays(1))
                .map(day -> new OfDay(
                        day,
                        Tally.of(counts.stream().filter(count -> dayOf(count).equals(day)))))
                .toList();
    }

    private LocalDate dayOf(Count count) {
        return LocalDate.ofInstant(count.hour(), zone);
    }

    /** The operations that there were, in the order in which the log knows them. */
    static List<OfOperation> operations(List<Count> counts) {
        return Stream.of(Operation.values())
                .map(operation -> new OfOperation(
                        operation, Tally.of(counts.stream().filter(count -> count.operation() == operation))))
                .filter(each -> !each.tally().counts().isEmpty())
                .toList();
    }
}
