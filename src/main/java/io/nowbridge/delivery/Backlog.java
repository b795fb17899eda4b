package io.nowbridge.delivery;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells how much has not been delivered. It looks at {@value #MOST} of a kind at most, so that a long backlog costs no more. */
public final class Backlog {

    public static final int MOST = PageRequest.LARGEST;

    private static final int AT_ONCE = 16;

    private final TicketUpdates updates;

    public Backlog(TicketUpdates updates) {
        this.updates = updates;
    }

    /**
     * What is on its way.
     *
     * @param oldest when the first of it was made
     * @param tickets how many tickets wait for something
     * @param more that there are further ones, of which nothing is known here
     */
    public record Waiting(Optional<Instant> oldest, int tickets, boolean more) {}

    /**
     * What was given up.
     *
     * @param more that there is further
     */
    public record Dead(int count, boolean more) {}

    public Uni<Waiting> waiting(Collection<ConnectionId> desks) {
        return Multi.createFrom()
                .iterable(desks)
                .onItem()
                .transformToUniAndMerge(desk -> updates.waiting(desk, MOST + 1))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList())
                .flatMap(this::firsts);
    }

    private Uni<Waiting> firsts(List<TicketRef> tickets) {
        return Multi.createFrom()
                .items(tickets.stream().limit(MOST))
                .onItem()
                .transformToUni(updates::first)
                .merge(AT_ONCE)
                .select()
                .where(Optional::isPresent)
                .map(first -> first.orElseThrow().update().madeAt())
                .collect()
                .asList()
                .map(made ->
                        new Waiting(made.stream().min(Comparator.naturalOrder()), made.size(), tickets.size() > MOST));
    }

    public Uni<Dead> dead() {
        return updates.buried(new PageRequest(MOST, Optional.empty()))
                .map(page -> new Dead(page.items().size(), page.next().isPresent()));
    }
}
