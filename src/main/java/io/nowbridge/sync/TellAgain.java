package io.nowbridge.sync;

import io.nowbridge.activity.Activity;
import io.nowbridge.activity.Repeat;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.paging.Page;
import io.nowbridge.sync.TicketWakeups.Wakeup;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.TicketLinks;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Has the anomalies of a ticket told its state once more: what they have been told before is forgotten, and the ticket followed. */
final class TellAgain implements Repeat {

    private static final Outcome UNLINKED =
            new Outcome.NotFromHere("The anomaly and the ticket are not linked any more: link them first.");

    private final TicketLinks links;
    private final Baselines baselines;
    private final TicketWakeups wakeups;

    TellAgain(TicketLinks links, Baselines baselines, TicketWakeups wakeups) {
        this.links = links;
        this.baselines = baselines;
        this.wakeups = wakeups;
    }

    @Override
    public Set<String> functions() {
        return Set.of("followTicket");
    }

    @Override
    public Uni<Outcome> run(Activity entry, String by, Optional<String> note) {
        if (note.isPresent()) {
            return Uni.createFrom().item(NO_NOTE);
        }
        return SyncLog.anomaly(entry)
                .map(anomaly -> tickets(anomaly, entry).flatMap(this::tell))
                .orElseGet(() -> Uni.createFrom().item(UNLINKED));
    }

    private Uni<List<TicketRef>> tickets(AnomalyId anomaly, Activity entry) {
        return Page.all(request -> links.ofAnomaly(anomaly, request))
                .filter(linked ->
                        linked.ticket().number().equals(entry.subjects().get("ticket")))
                .map(LinkedTicket::ref)
                .select()
                .distinct()
                .collect()
                .asList();
    }

    private Uni<Outcome> tell(List<TicketRef> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().item(UNLINKED)
                : Multi.createFrom()
                        .iterable(tickets)
                        .onItem()
                        .transformToUniAndConcatenate(baselines::forgetState)
                        .collect()
                        .asList()
                        .chain(() ->
                                wakeups.wake(tickets.stream().map(Wakeup::of).toList()))
                        .replaceWith(new Outcome.Retried(tickets.size()));
    }
}
