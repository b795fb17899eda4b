package io.nowbridge.ticket;

import io.nowbridge.access.Requester;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.connection.ConnectionId;
import java.util.Optional;

/**
 * A person's wish for a ticket about an anomaly.
 *
 * @param connection may be left out while there is only one
 * @param idempotencyKey what the caller calls this request; derived from its content when left out
 */
public record TicketRequest(
        Requester requester,
        Anomaly anomaly,
        TicketForm form,
        Optional<ConnectionId> connection,
        Optional<String> idempotencyKey) {

    /**
     * The same wish for the anomaly where it is known to lie. What was said of the very same datastore stays, so that a
     * repeat has the same content.
     */
    TicketRequest in(Optional<Anomaly.Datastore> known) {
        var agreed = known.map(Anomaly.Datastore::id).equals(anomaly.datastore().map(Anomaly.Datastore::id));
        return agreed ? this : new TicketRequest(requester, anomaly.in(known), form, connection, idempotencyKey);
    }
}
