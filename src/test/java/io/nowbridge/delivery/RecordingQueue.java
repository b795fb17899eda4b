package io.nowbridge.delivery;

import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers who was woken and what was given up. */
public final class RecordingQueue implements DeliveryQueue {

    private final List<TicketRef> woken = new ArrayList<>();
    private final List<TicketUpdate> dead = new ArrayList<>();

    /** Those that were woken since this was asked last. */
    public List<TicketRef> woken() {
        var all = List.copyOf(woken);
        woken.clear();
        return all;
    }

    public List<TicketUpdate> dead() {
        return List.copyOf(dead);
    }

    @Override
    public Uni<Void> wake(Collection<TicketRef> tickets) {
        return Uni.createFrom().voidItem().invoke(() -> woken.addAll(tickets));
    }

    @Override
    public Uni<Void> bury(TicketUpdate update) {
        return Uni.createFrom().voidItem().invoke(() -> dead.add(update));
    }
}
