package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.Authentication;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.servicenow.ServiceNowTicketDesk;
import io.nowbridge.servicenow.Credentials;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The desks of all connections; each keeps its client, with its token and its limits, for as long as the function lives. */
public final class ConnectedDesks implements TicketDesks {

    private final Connections connections;
    private final ServiceNowClients serviceNow;
    private final Map<Connection, TicketDesk> desks = new ConcurrentHashMap<>();

    public ConnectedDesks(Connections connections, ServiceNowClients serviceNow) {
        this.connections = connections;
        this.serviceNow = serviceNow;
    }

    @Override
    public Uni<Choice> choose(Optional<ConnectionId> wanted) {
        return connections.all().map(all -> {
            var candidates = all.stream()
                    .filter(connection -> wanted.isEmpty() || connection.id().equals(wanted.get()))
                    .toList();
            return candidates.size() == 1
                    ? new Choice.Chosen(desks.computeIfAbsent(candidates.getFirst(), this::desk))
                    : new Choice.NotOne(all.stream().map(Connection::id).toList());
        });
    }

    private TicketDesk desk(Connection connection) {
        return switch (connection.type()) {
            case SERVICENOW ->
                new ServiceNowTicketDesk(
                        connection.id(),
                        serviceNow.connect(connection.instance(), credentials(connection.authentication())));
        };
    }

    private static Credentials credentials(Authentication authentication) {
        return switch (authentication) {
            case Authentication.Basic(var username, var password) -> new Credentials.Basic(username, password);
            case Authentication.ClientCredentials(var id, var secret, var scope) ->
                new Credentials.ClientCredentials(id, secret, scope);
            case Authentication.Password(var id, var secret, var username, var password) ->
                new Credentials.Password(id, secret, username, password);
        };
    }
}
