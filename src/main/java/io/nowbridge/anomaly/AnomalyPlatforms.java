package io.nowbridge.anomaly;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The platforms that are connected, by the source that each is.
 *
 * <p>A connection says in its setting {@code source} which one it is; without it, it is the {@linkplain
 * AnomalyId#DEFAULT_SOURCE default source}.
 */
public interface AnomalyPlatforms {

    /** The platform that is {@code source}; empty if none is connected as that, or nothing flows to it. */
    Uni<Optional<AnomalyPlatform>> of(String source);

    /** The connection of a source, whatever its state; empty if none is that source, or several are. */
    Uni<Optional<Connection>> connection(String source);

    /** The sources whose platform can be asked. */
    Uni<List<Source>> sources();

    /** A source and its connection. */
    record Source(String name, ConnectionId connection) {}
}
