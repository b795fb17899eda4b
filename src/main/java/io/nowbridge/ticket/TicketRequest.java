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
        Optional<String> idempotencyKey) {}
