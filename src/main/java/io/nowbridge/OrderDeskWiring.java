package io.nowbridge;

import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedOrderDesks;
import io.nowbridge.connector.SignIn;
import io.nowbridge.order.OrderDesk.OrderDesks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The purchase orders at connected desks. */
final class OrderDeskWiring {

    @Produces
    @Singleton
    OrderDesks orderDesks(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedOrderDesks(connections, signIn, clock);
    }
}
