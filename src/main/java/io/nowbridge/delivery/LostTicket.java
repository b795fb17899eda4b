package io.nowbridge.delivery;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;

/** Ends the deliveries to a ticket that can get none any more. */
final class LostTicket {

    private static final PageRequest ANY_ONE = new PageRequest(1, Optional.empty());
    private static final String GONE = "The ticket is not there any more";
    private static final String UNLINK = "Remove the link, and link or open another ticket.";

    private final TicketUpdates updates;
    private final SeenTickets seen;
    private final TicketLinks links;
    private final DeliveryLog log;
    private final InstantSource clock;

    LostTicket(TicketUpdates updates, SeenTickets seen, TicketLinks links, DeliveryLog log, InstantSource clock) {
        this.updates = updates;
        this.seen = seen;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /** The desk has it no more: its links shall say so, and nothing shall wait for it. */
    Uni<Void> markAndDrop(TicketRef ticket) {
        return mark(ticket).chain(() -> drop(ticket, GONE));
    }

    /** Takes all its updates out of the line. */
    Uni<Void> drop(TicketRef ticket, String cause) {
        return Multi.createBy()
                .repeating()
                .uni(() -> updates.first(ticket)
                        .call(first -> first.map(
                                        waiting -> log.failed(waiting.update(), cause, WhoCanFix.CALLER, UNLINK)
                                                .chain(() -> updates.delivered(waiting)))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .whilst(Optional::isPresent)
                .onItem()
                .ignoreAsUni();
    }

    // One that nobody has looked at yet is known as its link knows it.
    private Uni<Void> mark(TicketRef ticket) {
        var now = clock.instant();
        return seen.find(ticket)
                .flatMap(before -> before.isPresent()
                        ? Uni.createFrom().item(before.map(last -> last.gone(now)))
                        : linked(ticket).map(linked -> linked.map(known -> SeenTicket.gone(ticket, known, now))))
                .flatMap(gone ->
                        gone.map(seen::keep).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Ticket>> linked(TicketRef ticket) {
        return links.ofTicket(ticket, ANY_ONE)
                .map(page -> page.items().stream().findFirst().map(link -> link.ticket()));
    }
}
