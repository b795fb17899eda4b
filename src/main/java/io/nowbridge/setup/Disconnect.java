package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Change;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Health;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Ends a connection: nothing flows any more, and its credentials are destroyed. Its links stay, as history. */
public final class Disconnect {

    public record Command(Requester by, ConnectionId id, long revision) {}

    private final Connections connections;
    private final Current current;
    private final Flows flows;
    private final ChangeLog log;
    private final InstantSource clock;

    public Disconnect(Connections connections, Flows flows, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.current = new Current(connections);
        this.flows = flows;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        return current.of(command.id(), command.revision(), connection -> disconnect(command, connection));
    }

    private Uni<Outcome> disconnect(Command command, Connection connection) {
        var began = clock.instant();
        var changed = connection
                .changed(new Change(command.by().subject(), began))
                .with(Optional.empty())
                .found(new Health.Unproven("It was disconnected"));
        // First of all the credentials: without them, nothing flows, whatever becomes of the rest.
        return connections
                .disconnect(changed)
                .flatMap(done -> done
                        ? finish(command, changed, began)
                        : Uni.createFrom().item(new Outcome.ChangedMeanwhile()));
    }

    private Uni<Outcome> finish(Command command, Connection changed, Instant began) {
        return flows.disable(changed.id(), command.by())
                .call(templates -> log.done(
                        "disconnect",
                        changed.id(),
                        command.by(),
                        began,
                        Map.of("templatesDisabled", templates.toString())))
                .map(templates -> new Outcome.Disconnected(changed, templates));
    }
}
