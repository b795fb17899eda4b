package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectionId;
import java.util.Optional;

/**
 * A person's wish to link a ticket that is there to an anomaly.
 *
 * @param ticket its number, the desk's own id of it, or the address of its page
 * @param connection may be left out while there is only one
 * @param leaveUntouched whether nothing is written into the ticket; as the connection says if left out
 */
public record LinkRequest(
        Requester requester,
        Anomaly anomaly,
        String ticket,
        Optional<ConnectionId> connection,
        Optional<Boolean> leaveUntouched) {

    /** The same wish for the anomaly where it is known to lie. */
    LinkRequest in(Optional<Anomaly.Datastore> known) {
        return new LinkRequest(requester, anomaly.in(known), ticket, connection, leaveUntouched);
    }

    Optional<String> datastore() {
        return anomaly.datastore().map(Anomaly.Datastore::id);
    }
}
