package io.nowbridge.servicenow;

import io.nowbridge.http.Dialer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.time.InstantSource;
import java.util.Random;

/** Makes clients for the tests of other packages, which wait for nothing longer than they must. */
public final class TestClients {

    private TestClients() {}

    /** Clients that find every instance on this machine. */
    public static ServiceNowClients local(Vertx vertx, InstantSource clock) {
        return dialling(
                vertx,
                clock,
                instance -> Uni.createFrom().item(SocketAddress.inetSocketAddress(instance.getPort(), "127.0.0.1")));
    }

    /** Clients that find instances where {@code dialer} says. */
    public static ServiceNowClients dialling(Vertx vertx, InstantSource clock, Dialer dialer) {
        return new ServiceNowClients(Patience.SHORT, clock, new Random(1), dialer, vertx);
    }
}
