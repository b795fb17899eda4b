package io.nowbridge.setup;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.setup.Probe.Trial;
import io.smallrye.mutiny.Uni;

/** Tries credentials on a connection, for all that is needed of it. */
public final class Trials {

    private final Probe probe;
    private final Needs needs;

    public Trials(Probe probe, Needs needs) {
        this.probe = probe;
        this.needs = needs;
    }

    /** Never fails because of the connected system; {@code mayCreateRecord} proves that records can be created. */
    Uni<Findings> run(Connection connection, Authentication credentials, boolean mayCreateRecord) {
        return needs.of(connection)
                .flatMap(needed -> probe.test(
                        new Trial(connection.type(), connection.instance(), credentials, needed, mayCreateRecord)))
                .map(Findings::new);
    }
}
