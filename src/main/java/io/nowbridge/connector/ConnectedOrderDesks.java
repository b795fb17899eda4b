package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.servicenow.order.ServiceNowOrderDesk;
import io.nowbridge.order.OrderDesk;
import io.nowbridge.order.OrderDesk.OrderDesks;
import io.nowbridge.template.Template;
import io.nowbridge.template.TemplateId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The purchase orders of all connections. A client, and what a desk has learnt of its instance, are kept for as long as the
 * function lives and nobody changes the credentials or the template.
 */
public final class ConnectedOrderDesks implements OrderDesks {

    private final SignIn signIn;
    private final Watches watches;
    private final Map<TemplateId, Kept> kept = new ConcurrentHashMap<>();

    public ConnectedOrderDesks(Connections connections, SignIn signIn, InstantSource clock) {
        this.signIn = signIn;
        this.watches = new Watches(connections, clock);
    }

    /** A desk, and what it was made for. */
    private record Kept(URI instance, Optional<CredentialsInfo> credentials, Template template, OrderDesk desk) {

        boolean serves(Connection connection, Template other) {
            return instance.equals(connection.instance())
                    && credentials.equals(connection.credentials())
                    && template.equals(other);
        }
    }

    @Override
    public OrderDesk of(Connection desk, Template template) {
        var found = kept.compute(
                template.id(),
                (id, before) -> before != null && before.serves(desk, template)
                        ? before
                        : new Kept(desk.instance(), desk.credentials(), template, made(desk, template)));
        return new WatchedOrderDesk(found.desk(), watches.over(desk));
    }

    private OrderDesk made(Connection desk, Template template) {
        return switch (desk.type()) {
            case SERVICENOW -> new ServiceNowOrderDesk(signIn.serviceNow(desk), template);
            case AUTOTASK, QUALYTICS, TDSYNNEX, CSV ->
                throw new IllegalStateException(
                        "purchase orders are not kept in " + desk.type().title());
        };
    }
}
