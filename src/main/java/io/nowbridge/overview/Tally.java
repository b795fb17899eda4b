package io.nowbridge.overview;

import io.nowbridge.activity.ActivityCounts.Count;
import io.nowbridge.activity.Result;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How many actions have come to which result. */
public record Tally(Map<Result, Long> counts) {

    public Tally {
        counts = Map.copyOf(counts);
    }

    static Tally of(Collection<Count> counts) {
        return new Tally(counts.stream().collect(Collectors.toMap(Count::result, Count::entries, Long::sum)));
    }

    public long of(Result result) {
        return counts.getOrDefault(result, 0L);
    }
}
