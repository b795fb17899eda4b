package io.nowbridge.budget;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The turns at each connection: whoever has one has one call under way at a time. */
public interface Budgets {

    /**
     * Takes one of {@code most} turns until {@code until}, unless it is given back before; whoever has one already keeps it.
     */
    Uni<Turn> take(ConnectionId connection, String owner, int most, Instant now, Instant until);

    /** Gives a turn back; fine if it has run out. */
    Uni<Void> giveBack(ConnectionId connection, String owner);

    /** Lets nobody take a turn before {@code until}, as the remote system asked. */
    Uni<Void> pause(ConnectionId connection, Instant until);

    /** What became of taking a turn. */
    sealed interface Turn {

        record Taken() implements Turn {}

        /** All are taken, or it is paused: ask again then. */
        record Wait(Instant notBefore) implements Turn {}
    }
}
