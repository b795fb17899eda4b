package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;

/** The templates that run over connections. */
public interface Flows {

    /** Disables all that run over a connection; says how many were enabled. */
    Uni<Integer> disable(ConnectionId connection, Requester by);

    /** How many there are for a connection, enabled or not. */
    Uni<Integer> count(ConnectionId connection);
}
