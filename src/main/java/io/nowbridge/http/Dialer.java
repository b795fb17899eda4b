package io.nowbridge.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import java.net.URI;

/** Decides, each time anew, which address a server is called at. */
public interface Dialer {

    /**
     * Resolves a server's host and judges what it resolves to. What it gives is connected to as it is, while TLS and the
     * {@code Host} header keep the server's own name. It has to hold the IP address itself: a name in it would be resolved
     * once more.
     *
     * <p>Fails with a {@link SecurityException} where that address may not be called, its message made for people, and with a
     * {@link java.net.UnknownHostException} where there is none.
     */
    Uni<SocketAddress> dial(URI server);
}
