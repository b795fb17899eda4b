package io.nowbridge.sync;

import io.nowbridge.paging.PageRequest;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.TicketChanges.Changed;
import io.nowbridge.ticket.TicketLinks;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Wakes the followers of those tickets that are linked, out of all that changed. */
final class ChangedTickets {

    private static final int AT_ONCE = 8;
    private static final PageRequest ANY_ONE = new PageRequest(1, Optional.empty());

    private final TicketLinks links;
    private final TicketWakeups wakeups;

    ChangedTickets(TicketLinks links, TicketWakeups wakeups) {
        this.links = links;
        this.wakeups = wakeups;
    }

    /** Tells how many these are. */
    Uni<Integer> wake(List<Changed> changes) {
        return Multi.createFrom()
                .iterable(changes)
                .map(Changed::ref)
                .select()
                .distinct()
                .onItem()
                .transformToUni(ref -> links.ofTicket(ref, ANY_ONE)
                        .map(page -> page.items().isEmpty() ? List.<Wakeup>of() : List.of(Wakeup.of(ref))))
                .merge(AT_ONCE)
                .onItem()
                .<Wakeup>transformToIterable(linked -> linked)
                .collect()
                .asList()
                .call(linked -> linked.isEmpty() ? Uni.createFrom().voidItem() : wakeups.wake(linked))
                .map(List::size);
    }
}
