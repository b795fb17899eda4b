package io.nowbridge.connection;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Connections in a map; counts how often their credentials were read. */
public final class InMemoryConnections implements Connections {

    private final NavigableMap<String, Connection> connections = new TreeMap<>();
    private final Map<ConnectionId, Authentication> credentials = new HashMap<>();
    private Defaults defaults = Defaults.NONE;
    private int readings;

    /** Keeps a connection as a test wants it, with credentials if it has any. */
    public Connection given(Connection connection) {
        connections.put(connection.id().value(), connection);
        connection.credentials().ifPresent(any -> credentials.put(connection.id(), ConnectionFixtures.CREDENTIALS));
        return connection;
    }

    /** Loses a connection as if it had never been. */
    public void forget(ConnectionId id) {
        connections.remove(id.value());
        credentials.remove(id);
    }

    public Optional<Connection> now(ConnectionId id) {
        return find(id).await().indefinitely();
    }

    public Optional<Authentication> credentialsNow(ConnectionId id) {
        return Optional.ofNullable(credentials.get(id));
    }

    public int count() {
        return connections.size();
    }

    public int readings() {
        return readings;
    }

    @Override
    public Uni<Page<Connection>> page(PageRequest request) {
        return atomically(() -> {
            var left = request.from()
                    .map(from -> connections.tailMap(from, false))
                    .orElse(connections)
                    .values();
            var items = left.stream().limit(request.size()).toList();
            var next = left.size() > items.size()
                    ? Optional.of(items.getLast().id().value())
                    : Optional.<String>empty();
            return new Page<>(items, next);
        });
    }

    @Override
    public Uni<Optional<Connection>> find(ConnectionId id) {
        return atomically(() -> Optional.ofNullable(connections.get(id.value())));
    }

    @Override
    public Uni<Void> add(Connection connection, Authentication secret) {
        return atomically(() -> {
                    if (connections.putIfAbsent(connection.id().value(), connection) != null) {
                        throw new IllegalStateException("the new connection's id is taken: " + connection.id());
                    }
                    return credentials.put(connection.id(), secret);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> change(Connection changed) {
        return atomically(() -> {
            var before = connections.get(changed.id().value());
            return before != null && replaced(changed.found(before.health()));
        });
    }

    @Override
    public Uni<Boolean> rotate(Connection changed, Authentication secret) {
        return atomically(() -> {
            var done = replaced(changed);
            if (done) {
                credentials.put(changed.id(), secret);
            }
            return done;
        });
    }

    @Override
    public Uni<Boolean> disconnect(Connection changed) {
        return atomically(() -> {
            var done = replaced(changed);
            if (done) {
                credentials.remove(changed.id());
            }
            return done;
        });
    }

    @Override
    public Uni<Boolean> remove(Connection connection) {
        return atomically(() -> {
            var done = isAt(connection.id(), connection.revision());
            if (done) {
                connections.remove(connection.id().value());
                credentials.remove(connection.id());
            }
            return done;
        });
    }

    @Override
    public Uni<Void> note(Connection tested, Health health) {
        return atomically(() -> connections.computeIfPresent(
                        tested.id().value(),
                        (id, now) -> tested.credentials().isPresent()
                                        && now.credentials().equals(tested.credentials())
                                ? now.found(health)
                                : now))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Authentication>> credentials(Connection connection) {
        return atomically(() -> {
            readings++;
            return Optional.ofNullable(credentials.get(connection.id()));
        });
    }

    @Override
    public Uni<Boolean> refresh(Connection connection, Authentication secret) {
        return atomically(() -> isKept(connection) && credentials.put(connection.id(), secret) != null);
    }

    // In memory, nothing is wrapped.
    @Override
    public Uni<Boolean> rewrap(Connection connection) {
        return atomically(() -> false);
    }

    @Override
    public Uni<Defaults> defaults() {
        return atomically(() -> defaults);
    }

    @Override
    public Uni<Boolean> change(Defaults changed) {
        return atomically(() -> {
            var done = defaults.revision() == changed.revision() - 1;
            if (done) {
                defaults = changed;
            }
            return done;
        });
    }

    private boolean isKept(Connection connection) {
        var now = connections.get(connection.id().value());
        return now != null && now.credentials().equals(connection.credentials());
    }

    private boolean replaced(Connection changed) {
        var done = isAt(changed.id(), changed.revision() - 1);
        if (done) {
            connections.put(changed.id().value(), changed);
        }
        return done;
    }

    private boolean isAt(ConnectionId id, long revision) {
        var now = connections.get(id.value());
        return now != null && now.revision() == revision;
    }

    private <T> Uni<T> atomically(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return work.get();
            }
        });
    }
}
