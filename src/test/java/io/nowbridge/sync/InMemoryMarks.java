package io.nowbridge.sync;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Marks in a map, where none expires. */
public final class InMemoryMarks implements Marks {

    private final Map<String, String> marks = new ConcurrentHashMap<>();

    @Override
    public Uni<Optional<String>> find(String name) {
        return Uni.createFrom().item(() -> Optional.ofNullable(marks.get(name)));
    }

    @Override
    public Uni<Void> keep(String name, String value, Optional<Instant> until) {
        return Uni.createFrom().voidItem().invoke(() -> marks.put(name, value));
    }

    @Override
    public Uni<Boolean> replace(String name, Optional<String> before, String value, Optional<Instant> until) {
        return Uni.createFrom()
                .item(() -> before.map(old -> marks.replace(name, old, value))
                        .orElseGet(() -> marks.putIfAbsent(name, value) == null));
    }
}
