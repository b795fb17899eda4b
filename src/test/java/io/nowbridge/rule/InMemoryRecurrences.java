package io.nowbridge.rule;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Series in memory. */
public final class InMemoryRecurrences implements Recurrences {

    private final Map<String, Series> all = new HashMap<>();

    @Override
    public Uni<Optional<Series>> find(String source, String fingerprint) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return Optional.ofNullable(all.get(source + "#" + fingerprint));
            }
        });
    }

    @Override
    public Uni<Boolean> keep(Series series) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                var key = series.first().source() + "#" + series.fingerprint();
                var before = Optional.ofNullable(all.get(key)).map(Series::revision);
                if (before.orElse(0L) != series.revision()) {
                    return false;
                }
                all.put(
                        key,
                        new Series(
                                series.fingerprint(),
                                series.first(),
                                series.number(),
                                series.lastAt(),
                                series.revision() + 1));
                return true;
            }
        });
    }
}
