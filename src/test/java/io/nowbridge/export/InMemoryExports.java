package io.nowbridge.export;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Exports by their ids. */
public final class InMemoryExports implements Exports {

    private final Map<String, Export> exports = new HashMap<>();

    @Override
    public Uni<Boolean> add(Export export) {
        return Uni.createFrom().item(() -> exports.putIfAbsent(export.id(), export) == null);
    }

    @Override
    public Uni<Optional<Export>> find(String id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(exports.get(id)));
    }

    @Override
    public Uni<Boolean> replace(Export next) {
        return Uni.createFrom().item(() -> {
            var before = exports.get(next.id());
            if (before == null || before.revision() != next.revision() - 1) {
                return false;
            }
            exports.put(next.id(), next);
            return true;
        });
    }
}
