package io.nowbridge.setup;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** The connection that a piece of work is about, as it is now. */
final class Current {

    private final Connections connections;

    Current(Connections connections) {
        this.connections = connections;
    }

    Uni<Outcome> of(ConnectionId id, Function<Connection, Uni<Outcome>> work) {
        return connections
                .find(id)
                .flatMap(found -> found.map(work).orElseGet(() -> item(new Outcome.NoSuchConnection())));
    }

    /** Only while it is what whoever changes it has read: at {@code revision}. */
    Uni<Outcome> of(ConnectionId id, long revision, Function<Connection, Uni<Outcome>> change) {
        return of(
                id,
                connection -> connection.revision() == revision
                        ? change.apply(connection)
                        : item(new Outcome.ChangedMeanwhile()));
    }

    private static Uni<Outcome> item(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
