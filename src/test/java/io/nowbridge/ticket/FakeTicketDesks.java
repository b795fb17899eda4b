package io.nowbridge.ticket;

import io.nowbridge.connection.Connection.State;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.TicketSettings;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Several desks, each open unless it was closed; where none is named, the first serves. */
public final class FakeTicketDesks implements TicketDesks {

    private final Map<ConnectionId, Choice> choices = new LinkedHashMap<>();

    /** Adds a desk with these settings, or gives it other ones. */
    public FakeTicketDesks with(TicketDesk desk, Map<String, String> settings) {
        choices.put(desk.connection(), new Choice.Chosen(desk, new TicketSettings(new TreeMap<>(settings))));
        return this;
    }

    public void close(ConnectionId connection, State state) {
        choices.put(connection, new Choice.Closed(connection, state));
    }

    /** Removes a connection. */
    public void forget(ConnectionId connection) {
        choices.remove(connection);
    }

    @Override
    public Uni<Choice> choose(Optional<ConnectionId> connection, Optional<String> datastore) {
        var wanted = connection.or(() -> choices.keySet().stream().findFirst());
        return Uni.createFrom()
                .item(wanted.map(choices::get).orElseGet(() -> new Choice.NotOne(List.copyOf(choices.keySet()))));
    }
}
