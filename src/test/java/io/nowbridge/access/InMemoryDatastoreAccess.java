package io.nowbridge.access;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rights to datastores in memory. */
public final class InMemoryDatastoreAccess implements DatastoreAccess {

    private final TreeMap<String, Granted> granted = new TreeMap<>();

    /** Grants at once, whatever was granted before. */
    public InMemoryDatastoreAccess grant(String datastore, String team, TeamRight right) {
        granted.put(datastore, new Granted(datastore, Map.of(team, right), 1));
        return this;
    }

    @Override
    public Uni<Granted> of(String datastore) {
        return Uni.createFrom().item(() -> current(datastore));
    }

    @Override
    public Uni<Page<Granted>> page(PageRequest request) {
        return Uni.createFrom().item(() -> {
            var rest = request.from().map(last -> granted.tailMap(last, false)).orElse(granted);
            var items = rest.values().stream().limit(request.size()).toList();
            var isLast = items.size() == rest.size();
            return new Page<>(
                    items,
                    isLast ? Optional.empty() : Optional.of(items.getLast().datastore()));
        });
    }

    @Override
    public Uni<Boolean> change(Granted changed) {
        return Uni.createFrom().item(() -> {
            if (current(changed.datastore()).revision() != changed.revision() - 1) {
                return false;
            }
            granted.put(changed.datastore(), changed);
            return true;
        });
    }

    private Granted current(String datastore) {
        return granted.getOrDefault(datastore, new Granted(datastore, Map.of(), 0));
    }
}
