package io.nowbridge.delivery;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Wakes the tickets whose updates are due: those that were postponed, and those whose first wake-up was lost, or whose worker
 * died. Each connection has the same share, so that one with a long line does not hold up the others.
 */
public final class WakeDueTickets {

    private final Connections connections;
    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final int most;

    /** Wakes {@code most} tickets at a time. */
    public WakeDueTickets(
            Connections connections, TicketUpdates updates, DeliveryQueue queue, InstantSource clock, int most) {
        this.connections = connections;
        this.updates = updates;
        this.queue = queue;
        this.clock = clock;
        this.most = most;
    }

    /** Tells how many were woken. */
    public Uni<Integer> run() {
        return connections.all().flatMap(all -> {
            var desks = all.stream().filter(WakeDueTickets::isOpenDesk).toList();
            return desks.isEmpty() ? Uni.createFrom().item(0) : wake(desks, Math.max(1, most / desks.size()));
        });
    }

    private Uni<Integer> wake(List<Connection> desks, int share) {
        return Multi.createFrom()
                .iterable(desks)
                .onItem()
                .transformToUniAndMerge(desk -> updates.due(desk.id(), clock.instant(), share))
                .onItem()
                .transformToUniAndConcatenate(this::wake)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> wake(List<TicketRef> due) {
        return due.isEmpty() ? Uni.createFrom().item(0) : queue.wake(due).replaceWith(due.size());
    }

    // Over the others nothing flows.
    private static boolean isOpenDesk(Connection connection) {
        return connection.type().kind() == Kind.DESK && connection.isOpen();
    }
}
