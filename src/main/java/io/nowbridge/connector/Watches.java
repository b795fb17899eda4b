package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Health;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;

/** Sets watches on connections: by what is kept of them now, and for administrators to see. */
final class Watches {

    private final Connections connections;
    private final InstantSource clock;

    Watches(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    Watch over(Connection connection) {
        return new Watch(() -> stillOpen(connection.id()), refusal -> note(connection, refusal));
    }

    private Uni<Void> stillOpen(ConnectionId id) {
        return connections
                .find(id)
                .flatMap(found -> found.filter(Connection::isOpen).isPresent()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(closedMeanwhile(id)));
    }

    private static Forbidden closedMeanwhile(ConnectionId id) {
        var remedy = "Ask an administrator to enable or reconnect it.";
        return new Forbidden(
                new Report("Nothing flows over the connection " + id + " any more", remedy, Effect.NONE), null);
    }

    // Once: what a test or another call has found before says as much.
    private Uni<Void> note(Connection connection, Unauthorized refusal) {
        return connection.health() instanceof Health.Failing
                ? Uni.createFrom().voidItem()
                : connections.note(
                        connection, new Health.Failing(clock.instant(), String.valueOf(refusal.getMessage())));
    }
}
