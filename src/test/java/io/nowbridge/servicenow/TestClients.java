package io.nowbridge.servicenow;

import io.nowbridge.http.Dialer;
import io.nowbridge.http.Loopback;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Random;

/** Makes clients for the tests of other packages, which wait for nothing longer than they must. */
public final class TestClients {

    private TestClients() {}

    /** Clients that find every instance on this machine. */
    public static ServiceNowClients local(Vertx vertx, InstantSource clock) {
        return dialling(vertx, clock, Loopback::dial);
    }

    /** Clients that find instances where {@code dialer} says. */
    public static ServiceNowClients dialling(Vertx vertx, InstantSource clock, Dialer dialer) {
        return new ServiceNowClients(Hurried.SHORT, clock, new Random(1), dialer, vertx);
    }
}
