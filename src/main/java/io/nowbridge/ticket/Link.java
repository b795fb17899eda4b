package io.nowbridge.ticket;

import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.connection.ConnectionId;
import java.time.Instant;

/** An anomaly and a ticket that belong together. */
public record Link(LinkId id, AnomalyId anomaly, ConnectionId connection, String createdBy, Instant createdAt) {}
