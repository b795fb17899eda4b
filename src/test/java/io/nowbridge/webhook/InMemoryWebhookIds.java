package io.nowbridge.webhook;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Ids in a set, for ever. */
public final class InMemoryWebhookIds implements WebhookIds {

    private final Set<String> taken = new HashSet<>();

    @Override
    public Uni<Boolean> take(ConnectionId connection, String id, Instant until) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return taken.add(connection + " " + id);
            }
        });
    }
}
