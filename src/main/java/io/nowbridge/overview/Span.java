package io.nowbridge.overview;

import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.overview.Overview.OfDay;
import io.nowbridge.overview.Overview.OfOperation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** All its days, also those in which nothing happened. */
    List<OfDay> days(List<Count> counts) {
        var byDay = counts.stream().collect(Collectors.groupingBy(count -> LocalDate.ofInstant(count.hour(), zone)));
        return first.datesUntil(last.plusDays(1))
                .map(day -> new OfDay(day, Tally.of(byDay.getOrDefault(day, List.of()))))
                .toList();
    }

    /** The operations that there were, in the order in which the log knows them. */
    static List<OfOperation> operations(List<Count> counts) {
        var byOperation =
                counts.stream().collect(Collectors.groupingBy(Count::operation, TreeMap::new, Collectors.toList()));
        return byOperation.entrySet().stream()
                .map(each -> new OfOperation(each.getKey(), Tally.of(each.getValue())))
                .toList();
    }
}
