package io.nowbridge.webhook;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The desks that take part, by what stands in an address: whoever knocks may write anything there. */
final class Desks {

    private final Connections connections;

    Desks(Connections connections) {
        this.connections = connections;
    }

    Uni<Optional<Connection>> named(String name) {
        return id(name).map(connections::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(connection -> connection.type().kind() == Kind.DESK && connection.isOpen()));
    }

    private static Optional<ConnectionId> id(String name) {
        try {
            return Optional.of(new ConnectionId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
