package io.nowbridge.ticket;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.ticket.TicketForms.Table;
import io.nowbridge.ticket.TicketSearch.Wanted;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Finds tickets of a desk, for somebody who wants to link one. */
public final class SearchTickets {

    /** What to look for at which desk. */
    public record Search(ConnectionId connection, Wanted wanted, int limit) {}

    /** What became of a search. */
    public sealed interface Outcome {

        /** Those that changed last first. */
        record Found(List<Ticket> tickets) implements Outcome {}

        /** The desk keeps no tickets there: whatever else a connection may read is nobody's business here. */
        record NoSuchTable(List<Table> tables) implements Outcome {}

        record NoSuchConnection(List<ConnectionId> known) implements Outcome {}

        /** The connection is switched off or has no credentials. */
        record ConnectionClosed(ConnectionId connection, Connection.State state) implements Outcome {}
    }

    private final TicketDesks desks;

    public SearchTickets(TicketDesks desks) {
        this.desks = desks;
    }

    public Uni<Outcome> run(Search search) {
        return desks.choose(Optional.of(search.connection()), Optional.empty()).flatMap(choice -> switch (choice) {
            case TicketDesks.Choice.Chosen chosen -> find(search, chosen.desk());
            case TicketDesks.Choice.Closed(var connection, var state) ->
                Uni.createFrom().item(new Outcome.ConnectionClosed(connection, state));
            case TicketDesks.Choice.NotOne(var known) -> Uni.createFrom().item(new Outcome.NoSuchConnection(known));
        });
    }

    private static Uni<Outcome> find(Search search, TicketDesk desk) {
        var table = search.wanted().table();
        if (table.isPresent() && !isAmong(desk.forms().tables(), table.get())) {
            return Uni.createFrom().item(new Outcome.NoSuchTable(desk.forms().tables()));
        }
        return desk.search().find(search.wanted(), search.limit()).map(Outcome.Found::new);
    }

    private static boolean isAmong(List<Table> tables, String name) {
        return tables.stream().anyMatch(table -> table.name().equals(name));
    }
}
