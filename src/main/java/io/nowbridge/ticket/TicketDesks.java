package io.nowbridge.ticket;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The desks that can be reached, one per connection. */
public interface TicketDesks {

    /**
     * The desk of {@code connection}; where none is named, that of the datastore, or the default one, or the only one there
     * is.
     */
    Uni<Choice> choose(Optional<ConnectionId> connection, Optional<String> datastore);

    /** Which desk serves. */
    sealed interface Choice {

        /** A desk, and how its tickets are kept in step with their anomalies. */
        record Chosen(TicketDesk desk, TicketSettings settings) implements Choice {}

        /** The desk is known, but nothing flows to it. */
        record Closed(ConnectionId connection, Connection.State state) implements Choice {}

        /** No desk bears the name, or none was named while there is not exactly one. */
        record NotOne(List<ConnectionId> known) implements Choice {}
    }
}
