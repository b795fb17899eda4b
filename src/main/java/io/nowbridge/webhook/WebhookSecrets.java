package io.nowbridge.webhook;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The secrets by which a connection's system proves that a webhook comes from it; at most two live at a time. */
public interface WebhookSecrets {

    /** The live secrets, newest first; empty where none was set. */
    Uni<List<WebhookSecret>> of(ConnectionId connection);

    /** Makes {@code secret} the newest; of the others, only the newest lives on, until it is retired. */
    Uni<Void> add(ConnectionId connection, WebhookSecret secret);

    /** Destroys all but the newest. */
    Uni<Void> retire(ConnectionId connection);

    /** Destroys all. */
    Uni<Void> destroy(ConnectionId connection);

    /** A secret, which {@code toString} does not show. */
    record WebhookSecret(String value, Instant since) {

        @Override
        public String toString() {
            return "WebhookSecret[since=" + since + "]";
        }
    }
}
