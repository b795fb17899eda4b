package io.nowbridge.webhook;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * The secrets by which a connection's system proves that a webhook comes from it; at most {@link #MOST} live at a time. They
 * are destroyed with the connection's credentials.
 */
public interface WebhookSecrets {

    /** One that senders still use, and one that they are being moved to. */
    int MOST = 2;

    /** The live secrets, newest first; empty where none was set. */
    Uni<List<WebhookSecret>> of(ConnectionId connection);

    /** Since when each of them lives, newest first; nothing is opened for it. */
    Uni<List<Instant>> since(ConnectionId connection);

    /**
     * Makes {@code secret} the newest; false, and nothing kept, if there are {@link #MOST} already, the connection has no
     * credentials, or somebody else has changed the secrets meanwhile.
     */
    Uni<Boolean> add(ConnectionId connection, WebhookSecret secret);

    /** Destroys one of two; the only one stays. False, and nothing done, if somebody else has changed them meanwhile. */
    Uni<Boolean> retire(ConnectionId connection, Which which);

    /** One of two secrets. */
    enum Which {
        OLDER,
        NEWER
    }

    /** A secret, which {@code toString} does not show. */
    record WebhookSecret(String value, Instant since) {

        @Override
        public String toString() {
            return "WebhookSecret[since=" + since + "]";
        }
    }
}
