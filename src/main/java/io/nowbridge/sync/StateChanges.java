package io.nowbridge.sync;

import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.Status;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.ticket.AnomalyValues;
import io.nowbridge.ticket.LinkedTicket;
import io.nowbridge.ticket.SeenTicket;
import io.nowbridge.ticket.SeenTickets;
import io.nowbridge.ticket.Ticket;
import io.nowbridge.ticket.TicketWording;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What news of an anomaly does to its ticket's state: nothing, unless the desk's connection says so. */
final class StateChanges {

    /** What becomes of a ticket's state. */
    sealed interface Change {

        record Same() implements Change {}

        /** The code of the new state, and the fields that go with it, by their names in requests. */
        record Moved(String state, Map<String, String> fields) implements Change {}

        /** It stays closed, and another ticket follows it. */
        record Succeeded() implements Change {}
    }

    private final SeenTickets seen;
    private final OwnStates own;
    private final TicketWording wording;

    StateChanges(SeenTickets seen, OwnStates own, TicketWording wording) {
        this.seen = seen;
        this.own = own;
        this.wording = wording;
    }

    Uni<Change> of(News news, Anomaly anomaly, LinkedTicket linked, TicketSettings settings) {
        if (!(news instanceof News.NewStatus(var status, var at))) {
            return Uni.createFrom().item(new Change.Same());
        }
        var ref = linked.ref();
        return seen.find(ref)
                .map(found -> found.map(SeenTicket::ticket).orElse(linked.ticket()))
                .map(ticket -> change(status, anomaly, ticket, settings))
                .call(change -> change instanceof Change.Moved(var state, var fields)
                        ? own.announce(ref, state)
                        : Uni.createFrom().voidItem());
    }

    private Change change(Status status, Anomaly anomaly, Ticket ticket, TicketSettings settings) {
        var table = ticket.table();
        var mapped = settings.stateOnStatus(table, status.label());
        if (mapped.isPresent() || status.isArchived() || !settings.isClosed(table, ticket.stateCode())) {
            return moved(mapped, anomaly, ticket, settings);
        }
        return switch (settings.closedTickets()) {
            case UPDATE -> new Change.Same();
            case REOPEN -> moved(settings.reopenState(table), anomaly, ticket, settings);
            case NEW -> new Change.Succeeded();
        };
    }

    private Change moved(Optional<String> wanted, Anomaly anomaly, Ticket ticket, TicketSettings settings) {
        return wanted.filter(state -> !state.equals(ticket.stateCode()))
                .<Change>map(state -> new Change.Moved(state, closing(state, anomaly, ticket, settings)))
                .orElseGet(Change.Same::new);
    }

    private Map<String, String> closing(String state, Anomaly anomaly, Ticket ticket, TicketSettings settings) {
        if (!settings.isClosed(ticket.table(), state)) {
            return Map.of();
        }
        var fields = new HashMap<String, String>();
        settings.closeCode().ifPresent(code -> fields.put("closeCode", code));
        settings.closeNotes()
                .map(notes -> wording.fill(notes, Map.of("anomaly", AnomalyValues.of(anomaly))))
                .ifPresent(notes -> fields.put("closeNotes", notes));
        return Map.copyOf(fields);
    }
}
