package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.connection.TicketSettings;
import io.nowbridge.connector.servicenow.ServiceNowTicketDesk;
import io.nowbridge.ticket.TicketDesk;
import io.nowbridge.ticket.TicketDesks;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The desks of all connections. Whether a connection is open is read anew for each choice; its client, with its token and
 * its limits, is kept for as long as the function lives and the credentials stay the same.
 */
public final class ConnectedDesks implements TicketDesks {

    private final Connections connections;
    private final SignIn signIn;
    private final Watches watches;
    private final Map<ConnectionId, Kept> kept = new ConcurrentHashMap<>();

    /** A desk, and what its client was made for. */
    private record Kept(URI instance, Optional<CredentialsInfo> credentials, TicketDesk desk) {

        boolean serves(Connection connection) {
            return instance.equals(connection.instance()) && credentials.equals(connection.credentials());
        }
    }

    public ConnectedDesks(Connections connections, SignIn signIn, InstantSource clock) {
        this.connections = connections;
        this.signIn = signIn;
        this.watches = new Watches(connections, clock);
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
                        .map(desk -> Uni.createFrom().item(desk.isOpen() ? chosen(desk) : closed(desk)))
                        .orElseGet(() -> desks().map(ConnectedDesks::notOne)));
    }

    private Uni<Choice> theOnlyOne() {
        return desks().map(desks -> {
            var open = desks.stream().filter(Connection::isOpen).toList();
            return open.size() == 1 ? chosen(open.getFirst()) : notOne(open);
        });
    }

    private Uni<List<Connection>> desks() {
        return connections
                .all()
                .map(all -> all.stream().filter(ConnectedDesks::isDesk).toList());
    }

    private static Choice notOne(List<Connection> known) {
        return new Choice.NotOne(known.stream().map(Connection::id).toList());
    }

    // With its client go the credentials and the token that are still in memory.
    private Choice closed(Connection connection) {
        kept.remove(connection.id());
        return new Choice.Closed(connection.id(), connection.state());
    }

    private Choice chosen(Connection connection) {
        var desk = kept.compute(
                        connection.id(),
                        (id, before) -> before != null && before.serves(connection)
                                ? before
                                : new Kept(connection.instance(), connection.credentials(), desk(connection)))
                .desk();
        return new Choice.Chosen(new WatchedDesk(desk, watches.over(connection)), TicketSettings.of(connection));
    }

    private TicketDesk desk(Connection connection) {
        return switch (connection.type()) {
            case SERVICENOW -> new ServiceNowTicketDesk(connection.id(), signIn.serviceNow(connection));
            case AUTOTASK, QUALYTICS, TDSYNNEX, CSV ->
                throw new IllegalStateException(
                        "tickets are not kept in " + connection.type().title());
        };
    }

    private static boolean isDesk(Connection connection) {
        return connection.type().kind() == Kind.DESK;
    }
}
