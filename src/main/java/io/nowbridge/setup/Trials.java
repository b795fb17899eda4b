package io.nowbridge.setup;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Tries credentials on a connection, for all that is needed of it. Never fails because of the connected system. */
public final class Trials {

    private final Connections connections;
    private final Probe probe;
    private final Needs needs;

    public Trials(Connections connections, Probe probe, Needs needs) {
        this.connections = connections;
        this.probe = probe;
        this.needs = needs;
    }

    /** What became of new credentials, and those to keep: the system may have replaced the ones that were entered. */
    record Tried(Findings findings, Authentication credentials) {}

    /** Tries credentials that are not kept yet. */
    Uni<Tried> ofNew(Connection connection, Authentication entered) {
        var latest = new AtomicReference<>(entered);
        return run(
                        connection,
                        entered,
                        false,
                        renewed -> Uni.createFrom().voidItem().invoke(() -> latest.set(renewed)))
                .map(findings -> new Tried(findings, latest.get()));
    }

    /** Tries those that the connection has; {@code mayCreateRecord} proves that records can be created. */
    Uni<Findings> ofKept(Connection connection, Authentication kept, boolean mayCreateRecord) {
        return run(
                connection,
                kept,
                mayCreateRecord,
                renewed -> connections.refresh(connection, renewed).replaceWithVoid());
    }

    private Uni<Findings> run(
            Connection connection,
            Authentication credentials,
            boolean mayCreateRecord,
            Function<Authentication, Uni<Void>> keep) {
        return needs.of(connection)
                .map(needed -> new Trial(connection, credentials, needed, mayCreateRecord))
                .flatMap(trial -> probe.test(trial, keep))
                .map(Findings::new);
    }
}
