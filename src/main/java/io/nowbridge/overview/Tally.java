package io.nowbridge.overview;

import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.Result;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many actions have come to which result. */
public record Tally(Map<Result, Long> counts) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    static Tally of(Stream<Count> several) {
        return new Tally(several.collect(Collectors.toMap(Count::result, Count::entries, Long::sum)));
    }

    public long of(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}
