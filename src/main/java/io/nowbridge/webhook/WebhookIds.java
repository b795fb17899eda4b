package io.nowbridge.webhook;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The ids of signed webhooks that were taken, for as long as a replay could pass for genuine. */
@FunctionalInterface
public interface WebhookIds {

    /** False if the id has been taken before. */
    Uni<Boolean> take(ConnectionId connection, String id, Instant until);
}
