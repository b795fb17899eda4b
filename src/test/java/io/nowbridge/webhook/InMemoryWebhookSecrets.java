package io.nowbridge.webhook;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Secrets in a map, for the connections that a test says are connected. */
public final class InMemoryWebhookSecrets implements WebhookSecrets {

    private final Predicate<ConnectionId> isConnected;
    private final Map<ConnectionId, List<WebhookSecret>> secrets = new HashMap<>();

    public InMemoryWebhookSecrets(Predicate<ConnectionId> isConnected) {
        this.isConnected = isConnected;
    }

    @Override
    public Uni<List<WebhookSecret>> of(ConnectionId connection) {
        return atomically(() -> List.copyOf(live(connection)));
    }

    @Override
    public Uni<List<Instant>> since(ConnectionId connection) {
        return atomically(
                () -> live(connection).stream().map(WebhookSecret::since).toList());
    }

    @Override
    public Uni<Boolean> add(ConnectionId connection, WebhookSecret secret) {
        return atomically(() -> {
            if (!isConnected.test(connection) || live(connection).size() >= MOST) {
                return false;
            }
            live(connection).addFirst(secret);
            return true;
        });
    }

    @Override
    public Uni<Boolean> retire(ConnectionId connection, Which which) {
        return atomically(() -> {
            if (live(connection).size() == MOST) {
                switch (which) {
                    case OLDER -> live(connection).removeLast();
                    case NEWER -> live(connection).removeFirst();
                }
            }
            return true;
        });
    }

    private List<WebhookSecret> live(ConnectionId connection) {
        return secrets.computeIfAbsent(connection, id -> new ArrayList<>());
    }

    private <T> Uni<T> atomically(Supplier<T> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return work.get();
            }
        });
    }
}
