package io.nowbridge.connector;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.connector.servicenow.ServiceNowTicketDesk;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The desks of all connections. Whether a connection is open is read anew for each choice; its client, with its token and
 * its limits, is kept for as long as the function lives and the credentials stay the same.
 */
public final class ConnectedDesks implements TicketDesks {

    private final Connections connections;
    private final ServiceNowClients serviceNow;
    private final Map<ConnectionId, Kept> kept = new ConcurrentHashMap<>();

    /** A desk, and what its client was made for. */
    private record Kept(URI instance, Optional<CredentialsInfo> credentials, TicketDesk desk) {

        boolean serves(Connection connection) {
            return instance.equals(connection.instance()) && credentials.equals(connection.credentials());
        }
    }

    public ConnectedDesks(Connections connections, ServiceNowClients serviceNow) {
        this.connections = connections;
        this.serviceNow = serviceNow;
    }

    @Override
    public Uni<Choice> choose(Optional<ConnectionId> wanted, Optional<String> datastore) {
        if (wanted.isPresent()) {
            return named(wanted.get());
        }
        return connections
                .defaults()
                .flatMap(defaults ->
                        defaults.forTicketsOf(datastore).map(this::named).orElseGet(this::theOnlyOne));
    }

    private Uni<Choice> named(ConnectionId id) {
        return connections
                .find(id)
                .flatMap(found -> found.filter(ConnectedDesks::isDesk)
                        .map(connection -> connection.isOpen()
                                ? chosen(connection)
                                : Uni.createFrom().<Choice>item(new Choice.Closed(id, connection.state())))
                        .orElseGet(() -> desks(Optional.empty()).map(all -> new Choice.NotOne(ids(all)))));
    }

    private Uni<Choice> theOnlyOne() {
        return desks(Optional.empty()).flatMap(all -> {
            var open = all.stream().filter(Connection::isOpen).toList();
            return open.size() == 1 ? chosen(open.getFirst()) : Uni.createFrom().item(new Choice.NotOne(ids(open)));
        });
    }

    private Uni<List<Connection>> desks(Optional<String> from) {
        return connections.page(new PageRequest(PageRequest.LARGEST, from)).flatMap(page -> {
            var desks = page.items().stream().filter(ConnectedDesks::isDesk);
            return page.next().isEmpty()
                    ? Uni.createFrom().item(desks.toList())
                    : desks(page.next())
                            .map(rest -> Stream.concat(desks, rest.stream()).toList());
        });
    }

    private Uni<Choice> chosen(Connection connection) {
        var before = kept.get(connection.id());
        if (before != null && before.serves(connection)) {
            return Uni.createFrom().item(new Choice.Chosen(before.desk()));
        }
        return connections
                .credentials(connection.id())
                .map(found -> found.<Choice>map(credentials -> new Choice.Chosen(keep(connection, credentials)))
                        // Disconnected since the connection was read.
                        .orElseGet(() -> new Choice.Closed(connection.id(), Connection.State.NOT_CONNECTED)));
    }

    private TicketDesk keep(Connection connection, Authentication credentials) {
        var desk = desk(connection, credentials);
        kept.put(connection.id(), new Kept(connection.instance(), connection.credentials(), desk));
        return desk;
    }

    private TicketDesk desk(Connection connection, Authentication credentials) {
        return switch (connection.type()) {
            case SERVICENOW ->
                new ServiceNowTicketDesk(
                        connection.id(),
                        serviceNow.connect(connection.instance(), ServiceNowCredentials.of(credentials)));
            case AUTOTASK, QUALYTICS, TDSYNNEX ->
                throw new IllegalStateException(
                        "tickets are not kept in " + connection.type().title());
        };
    }

    private static boolean isDesk(Connection connection) {
        return connection.type().kind() == Kind.DESK;
    }

    private static List<ConnectionId> ids(List<Connection> connections) {
        return connections.stream().map(Connection::id).toList();
    }
}
