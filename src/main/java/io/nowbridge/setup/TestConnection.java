package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Tests a connection and notes what was found. */
public final class TestConnection {

    /** Which connection, and whether a record may be created there for the proof; it is removed again. */
    public record Command(Requester by, ConnectionId id, boolean mayCreateRecord) {}

    private final Connections connections;
    private final Current current;
    private final Trials trials;
    private final ChangeLog log;
    private final InstantSource clock;

    public TestConnection(Connections connections, Trials trials, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.current = new Current(connections);
        this.trials = trials;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Outcome> run(Command command) {
        return current.of(command.id(), connection -> test(command, connection));
    }

    private Uni<Outcome> test(Command command, Connection connection) {
        var began = clock.instant();
        return connections
                .credentials(connection)
                .flatMap(credentials -> credentials
                        .map(known -> trials.ofKept(connection, known, command.mayCreateRecord())
                                .flatMap(findings -> noted(command, connection, findings, began)))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.NotConnected())));
    }

    private Uni<Outcome> noted(Command command, Connection connection, Findings findings, Instant began) {
        var health = findings.health(clock.instant());
        var logged = findings.failures().isEmpty()
                ? log.done("test", connection.id(), command.by(), began, Map.of())
                : log.failed("test", connection.id(), command.by(), began, Map.of(), findings.failures());
        return connections
                .note(connection, health)
                .call(() -> logged)
                .replaceWith(new Outcome.Tested(connection.found(health), findings));
    }
}
