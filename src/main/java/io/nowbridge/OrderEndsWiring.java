package io.nowbridge;

import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedDistributors;
import io.nowbridge.connector.SignIn;
import io.nowbridge.order.Distributor.Distributors;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who orders are placed with. */
final class OrderEndsWiring {

    @Produces
    @Singleton
    Distributors distributors(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedDistributors(connections, signIn, clock);
    }
}
