package io.nowbridge.budget;

import io.nowbridge.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Turns in a map, under the same contract as the real ones; safe for several at once. */
public final class InMemoryBudgets implements Budgets {

    private final Map<ConnectionId, Turns> connections = new HashMap<>();

    /** Who has a turn, or had one that was never given back. */
    public synchronized Set<String> holders(ConnectionId connection) {
        return turns(connection).holders().keySet();
    }

    @Override
    public Uni<Turn> take(ConnectionId connection, String owner, int most, Instant now, Instant until) {
        return answering(() -> {
            var before = turns(connection);
            var after = before.taken(owner, most, now, until);
            after.ifPresent(taken -> connections.put(connection, taken));
            return after.isPresent() ? new Turn.Taken() : new Turn.Wait(before.next(now));
        });
    }

    @Override
    public Uni<Void> giveBack(ConnectionId connection, String owner) {
        return changing(connection, before -> before.without(owner));
    }

    @Override
    public Uni<Void> pause(ConnectionId connection, Instant until) {
        return changing(connection, before -> before.paused(until));
    }

    private Uni<Void> changing(ConnectionId connection, UnaryOperator<Turns> change) {
        return answering(() -> connections.merge(connection, change.apply(turns(connection)), (before, after) -> after))
                .replaceWithVoid();
    }

    private Turns turns(ConnectionId connection) {
        return connections.getOrDefault(connection, Turns.FREE);
    }

    private <T> Uni<T> answering(Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                return answer.get();
            }
        });
    }
}
