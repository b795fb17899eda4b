package io.nowbridge.rule;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts in memory. */
public final class InMemoryStormBrake implements StormBrake {

    private final Map<String, Instant> hours = new HashMap<>();
    private final Map<String, Set<String>> opened = new HashMap<>();

    @Override
    public Uni<Place> place(RuleId rule, String opening, int most, Instant now) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                var hour = hours.computeIfAbsent(rule + "#" + opening, first -> now.truncatedTo(ChronoUnit.HOURS));
                var others = opened.computeIfAbsent(rule + "#" + hour, first -> new HashSet<>());
                if (others.size() < most) {
                    others.add(opening);
                }
                return new Place(hour, others.contains(opening));
            }
        });
    }
}
