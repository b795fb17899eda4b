package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.tdsynnex.TdSynnexOrders;
import io.nowbridge.order.Distributor;
import io.nowbridge.order.Distributor.Distributors;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Those with whom orders are placed, of all that are connected. A client, and what it has learnt of its account, are kept for
 * as long as the function lives and nobody changes the credentials or the settings.
 */
public final class ConnectedDistributors implements Distributors {

    private final SignIn signIn;
    private final InstantSource clock;
    private final Watches watches;
    private final Map<ConnectionId, Kept> kept = new ConcurrentHashMap<>();

    /** A distributor, and what it was made for. */
    private record Kept(
            URI instance,
            Optional<CredentialsInfo> credentials,
            SortedMap<String, String> settings,
            Distributor distributor) {

        boolean serves(Connection connection) {
            return instance.equals(connection.instance())
                    && credentials.equals(connection.credentials())
                    && settings.equals(connection.settings());
        }
    }

    public ConnectedDistributors(Connections connections, SignIn signIn, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
        this.watches = new Watches(connections, clock);
    }

    @Override
    public Distributor of(Connection distributor) {
        var found = kept.compute(
                distributor.id(),
                (id, before) -> before != null && before.serves(distributor)
                        ? before
                        : new Kept(
                                distributor.instance(),
                                distributor.credentials(),
                                distributor.settings(),
                                made(distributor)));
        return new WatchedOrders(found.distributor(), watches.over(distributor));
    }

    private Distributor made(Connection distributor) {
        return switch (distributor.type()) {
            case TDSYNNEX -> new TdSynnexOrders(distributor, signIn.tdSynnex(distributor), clock);
            case CSV, SERVICENOW, AUTOTASK, QUALYTICS ->
                throw new IllegalStateException(
                        "orders are not placed with " + distributor.type().title());
        };
    }
}
