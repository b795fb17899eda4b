package io.nowbridge.delivery;

import io.nowbridge.access.Requester;
import io.nowbridge.activity.Activity;
import io.nowbridge.activity.ActivityLog;
import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.delivery.TicketUpdates.Buried;
import io.nowbridge.paging.Page;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts updates that were given up behind their tickets' lines again, the oldest first. */
public final class ReplayTicketUpdates {

    /** How many one run takes on: what fits into a function's time. */
    public static final int MOST = 500;

    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final ActivityLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    public ReplayTicketUpdates(
            TicketUpdates updates, DeliveryQueue queue, ActivityLog log, InstantSource clock, Supplier<String> ids) {
        this.updates = updates;
        this.queue = queue;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /** Who wants which ones back; all, at most {@value #MOST} at a time, where none is named. */
    public record Order(Requester by, Optional<List<String>> ids) {}

    /** Tells how many are on their way again; those that are not among the dead are passed over. */
    public Uni<Integer> run(Order order) {
        var began = clock.instant();
        return wanted(order)
                .onItem()
                .transformToUniAndConcatenate(id -> updates.unearth(id, Optional.empty(), clock.instant()))
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList()
                .call(this::wake)
                .map(List::size)
                .call(count -> record(order.by(), count, began));
    }

    private Multi<String> wanted(Order order) {
        return order.ids()
                .map(some -> Multi.createFrom().iterable(some))
                .orElseGet(
                        () -> Page.all(updates::buried).map(Buried::id).select().first(MOST));
    }

    // Where this fails, they are woken as those that are due.
    private Uni<Void> wake(List<TicketRef> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.wake(tickets.stream().distinct().toList());
    }

    private Uni<Void> record(Requester by, int count, Instant began) {
        return log.record(new Activity(
                ids.get(),
                began,
                Duration.between(began, clock.instant()),
                Operation.NOTE,
                "ticketUpdates",
                Activity.ALL,
                by.subject(),
                Result.SUCCESS,
                Map.of("action", "replay", "updates", Integer.toString(count)),
                List.of()));
    }
}
