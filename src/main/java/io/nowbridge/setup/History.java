package io.nowbridge.setup;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;

/** What is kept of the work that was done over a connection. */
public interface History {

    /** Removes what is kept, some of it at a time; calling it again removes the rest. */
    Uni<Removal> remove(ConnectionId connection);

    /**
     * How far a removal came.
     *
     * @param links how many links were removed this time
     * @param complete whether nothing is left
     */
    record Removal(int links, boolean complete) {}
}
