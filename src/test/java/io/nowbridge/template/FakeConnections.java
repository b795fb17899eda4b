package io.nowbridge.template;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Defaults;
import io.nowbridge.connection.Health;
import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Connections as templates see them: found, and signed in to. */
final class FakeConnections implements Connections {

    private static final Authentication CREDENTIALS = Authentication.of("basic", Map.of("username", "u"));

    private final Map<ConnectionId, Connection> connections = new HashMap<>();

    void put(Connection connection) {
        connections.put(connection.id(), connection);
    }

    void forget(ConnectionId id) {
        connections.remove(id);
    }

    @Override
    public Uni<Optional<Connection>> find(ConnectionId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(connections.get(id)));
    }

    @Override
    public Uni<Optional<Authentication>> credentials(ConnectionId id) {
        return find(id).map(found -> found.map(connection -> CREDENTIALS));
    }

    @Override
    public Uni<Page<Connection>> page(PageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> add(Connection connection, Authentication credentials) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> change(Connection changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> rotate(Connection changed, Authentication credentials) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> disconnect(Connection changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> remove(Connection connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> note(Connection tested, Health health) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> rewrap(ConnectionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Defaults> defaults() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Boolean> change(Defaults changed) {
        throw new UnsupportedOperationException();
    }
}
