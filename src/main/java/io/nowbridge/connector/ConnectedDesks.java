package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Health;
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
    private final InstantSource clock;
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
        this.clock = clock;
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
        return new Choice.Chosen(
                new WatchedDesk(desk, () -> stillOpen(connection.id()), refusal -> note(connection, refusal)),
                TicketSettings.of(connection));
    }

    // What was chosen may have been closed while the form was checked.
    private Uni<Void> stillOpen(ConnectionId id) {
        return connections
                .find(id)
                .flatMap(found -> found.filter(Connection::isOpen).isPresent()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(closedMeanwhile(id)));
    }

    private static Forbidden closedMeanwhile(ConnectionId id) {
        var remedy = "Ask an administrator to enable or reconnect it.";
        return new Forbidden(
                new Report("Nothing flows over the connection " + id + " any more", remedy, Effect.NONE), null);
    }

    // Once: what a test or another call has found before says as much.
    private Uni<Void> note(Connection connection, Unauthorized refusal) {
        return connection.health() instanceof Health.Failing
                ? Uni.createFrom().voidItem()
                : connections.note(
                        connection, new Health.Failing(clock.instant(), String.valueOf(refusal.getMessage())));
    }

    private TicketDesk desk(Connection connection) {
        return switch (connection.type()) {
            case SERVICENOW -> new ServiceNowTicketDesk(connection.id(), signIn.serviceNow(connection));
            case AUTOTASK, QUALYTICS, TDSYNNEX ->
                throw new IllegalStateException(
                        "tickets are not kept in " + connection.type().title());
        };
    }

    private static boolean isDesk(Connection connection) {
        return connection.type().kind() == Kind.DESK;
    }
}
