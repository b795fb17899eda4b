package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.delivery.TicketUpdates;
import io.nowbridge.paging.Page;
import io.nowbridge.sync.StateChanges.Change;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.TicketLinks;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Puts news of an anomaly on its way to each of its tickets.
 *
 * <p>Safe to repeat: an update's id is made from the event and the link, and the line takes each id once.
 */
final class TellTickets {

    private final TicketLinks links;
    private final Connections connections;
    private final TicketUpdates updates;
    private final DeliveryQueue queue;
    private final StateChanges states;
    private final InstantSource clock;

    TellTickets(
            TicketLinks links,
            Connections connections,
            TicketUpdates updates,
            DeliveryQueue queue,
            StateChanges states,
            InstantSource clock) {
        this.links = links;
        this.connections = connections;
        this.updates = updates;
        this.queue = queue;
        this.states = states;
        this.clock = clock;
    }

    /**
     * Which tickets the anomaly has.
     *
     * @param told those that will hear the news
     * @param finished those that are closed, and whose connection wants a new ticket rather than news on them
     */
    record Told(List<LinkedTicket> told, List<LinkedTicket> finished) {

        boolean nobody() {
            return told.isEmpty() && finished.isEmpty();
        }
    }

    Uni<Told> tell(AnomalyEvent event, Anomaly anomaly, Optional<News> news) {
        return Page.all(request -> links.ofAnomaly(anomaly.id(), request))
                .onItem()
                .transformToUniAndConcatenate(linked -> news.map(what -> tell(event, anomaly, what, linked))
                        .orElseGet(() -> Uni.createFrom().item(new Told(List.of(linked), List.of()))))
                .collect()
                .asList()
                .map(TellTickets::together)
                .call(all ->
                        news.isPresent() ? wake(all.told()) : Uni.createFrom().voidItem());
    }

    private static Told together(List<Told> each) {
        return new Told(
                each.stream().flatMap(one -> one.told().stream()).toList(),
                each.stream().flatMap(one -> one.finished().stream()).toList());
    }

    private Uni<Void> wake(List<LinkedTicket> told) {
        var tickets = told.stream().map(LinkedTicket::ref).distinct().toList();
        return tickets.isEmpty() ? Uni.createFrom().voidItem() : queue.wake(tickets);
    }

    // Where the connection was removed meanwhile, nobody is left to tell.
    private Uni<Told> tell(AnomalyEvent event, Anomaly anomaly, News news, LinkedTicket linked) {
        return connections
                .find(linked.link().connection())
                .flatMap(found -> found.map(TicketSettings::of)
                        .map(settings -> tell(event, anomaly, news, linked, settings))
                        .orElseGet(() -> Uni.createFrom().item(new Told(List.of(), List.of()))));
    }

    private Uni<Told> tell(
            AnomalyEvent event, Anomaly anomaly, News news, LinkedTicket linked, TicketSettings settings) {
        return states.of(news, anomaly, linked, settings).flatMap(change -> switch (change) {
            case Change.Succeeded succeeded -> Uni.createFrom().item(new Told(List.of(), List.of(linked)));
            case Change.Same same ->
                updates.add(update(event, anomaly, news, linked, settings))
                        .replaceWith(new Told(List.of(linked), List.of()));
            case Change.Moved(var state, var fields) ->
                updates.add(update(event, anomaly, news, linked, settings).moving(state, fields))
                        .replaceWith(new Told(List.of(linked), List.of()));
        });
    }

    private TicketUpdate update(
            AnomalyEvent event, Anomaly anomaly, News news, LinkedTicket linked, TicketSettings settings) {
        var id = "%s#%s#%s"
                .formatted(anomaly.id().source(), event.id(), linked.link().id());
        return TicketUpdate.note(
                id,
                linked.ref(),
                linked.ticket().number(),
                anomaly.id(),
                news.note(settings.platformName(), anomaly),
                news.isForCustomer(),
                "event:" + event.id(),
                clock.instant());
    }
}
