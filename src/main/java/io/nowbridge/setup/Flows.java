package io.nowbridge.setup;

import io.nowbridge.access.Requester;
import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;

/** What runs by itself over connections, and is told when one ends. */
public interface Flows {

    /** Disables all that runs over a connection; says how many were enabled. */
    Uni<Integer> disable(ConnectionId connection, Requester by);
}
