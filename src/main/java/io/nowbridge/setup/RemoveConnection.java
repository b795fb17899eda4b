package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.setup.History.Removal;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Removes a disconnected connection and its links, if the one who asks repeats its name. */
public final class RemoveConnection {

    /** {@code confirmation} must be the connection's name. */
    public record Command(Requester by, ConnectionId id, long revision, String confirmation) {}

    private final Connections connections;
    private final Current current;
    private final History history;
    private final Flows flows;
    private final ChangeLog log;
    private final InstantSource clock;

    public RemoveConnection(Connections connections, History history, Flows flows, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.current = new Current(connections);
        this.history = history;
        this.flows = flows;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        return current.of(command.id(), command.revision(), connection -> remove(command, connection));
    }

    private Uni<Outcome> remove(Command command, Connection connection) {
        if (connection.credentials().isPresent()) {
            return Uni.createFrom().item(new Outcome.StillConnected());
        }
        if (!command.confirmation().equals(connection.name())) {
            return Uni.createFrom().item(new Outcome.Unconfirmed(connection.name()));
        }
        return Uni.combine()
                .all()
                .unis(connections.defaults(), flows.count(connection.id()))
                .withUni((defaults, templates) -> {
                    if (defaults.name(connection.id())) {
                        return Uni.createFrom().item(new Outcome.IsDefault());
                    }
                    return templates > 0
                            ? Uni.createFrom().item(new Outcome.HasTemplates(templates))
                            : removeHistory(command, connection);
                });
    }

    private Uni<Outcome> removeHistory(Command command, Connection connection) {
        var began = clock.instant();
        return history.remove(connection.id()).flatMap(removal -> finish(command, connection, removal, began));
    }

    private Uni<Outcome> finish(Command command, Connection connection, Removal removal, Instant began) {
        if (!removal.complete()) {
            return Uni.createFrom().item(new Outcome.Removing(removal.links()));
        }
        return connections
                .remove(connection)
                .flatMap(done -> done
                        ? log.done("remove", connection.id(), command.by(), began, Map.of("name", connection.name()))
                                .replaceWith(new Outcome.Removed(removal.links()))
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }
}
