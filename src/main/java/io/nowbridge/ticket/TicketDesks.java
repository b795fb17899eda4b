package io.nowbridge.ticket;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The desks that can be reached, one per connection. */
public interface TicketDesks {

    /** The desk of {@code connection}, or of the only connection when none is named. */
    Uni<Choice> choose(Optional<ConnectionId> connection);

    /** Which desk serves. */
    sealed interface Choice {

        record Chosen(TicketDesk desk) implements Choice {}

        /** No desk bears the name, or none was named while there is not exactly one. */
        record NotOne(List<ConnectionId> known) implements Choice {}
    }
}
