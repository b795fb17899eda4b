package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts all credentials under the current master key, after which the one before may go. Nothing stops meanwhile. */
public final class RewrapCredentials {

    /** How many were put under the current key, and how many were there already or have no credentials. */
    public record Rewrapped(int rewrapped, int untouched) {

        private Rewrapped and(Rewrapped more) {
            return new Rewrapped(rewrapped + more.rewrapped, untouched + more.untouched);
        }
    }

    private static final int CONCURRENCY = 8;

    private final Connections connections;
    private final ChangeLog log;
    private final InstantSource clock;

    public RewrapCredentials(Connections connections, ChangeLog log, InstantSource clock) {
        this.connections = connections;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Rewrapped> run(Requester by) {
        var began = clock.instant();
        return connections
                .all()
                .onItem()
                .<Connection>disjoint()
                .onItem()
                .transformToUni(connections::rewrap)
                // Those that do not open are told of in the end, and keep no others under the old key.
                .collectFailures()
                .merge(CONCURRENCY)
                .map(done -> done ? new Rewrapped(1, 0) : new Rewrapped(0, 1))
                .collect()
                .with(Collectors.reducing(new Rewrapped(0, 0), Rewrapped::and))
                .call(all -> log.done(
                        "rewrap-credentials",
                        ChangeLog.ALL,
                        by,
                        began,
                        Map.of("rewrapped", Integer.toString(all.rewrapped()))));
    }
}
