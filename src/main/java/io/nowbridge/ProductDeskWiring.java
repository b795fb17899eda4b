package io.nowbridge;

import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedProductDesks;
import io.nowbridge.connector.SignIn;
import io.nowbridge.product.ProductDesk.ProductDesks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The products at connected desks. */
final class ProductDeskWiring {

    @Produces
    @Singleton
    ProductDesks productDesks(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedProductDesks(connections, signIn, clock);
    }
}
