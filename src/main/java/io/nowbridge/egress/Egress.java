package io.nowbridge.egress;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;

/**
 * The gate that every URL given by a user goes through: public HTTPS hosts, and what the operator allows.
 *
 * <p>Made at start, so that a malformed allow-list is noticed then and not by the first user.
 */
@Startup
@Singleton
public final class Egress {

    private final AllowList allowed;
    private final Resolver resolver;

    @Inject
    Egress(EgressConfig config) {
        this(config.allow().orElse(List.of()), host -> List.of(InetAddress.getAllByName(host)));
    }

    Egress(List<String> allowed, Resolver resolver) {
        this.allowed = AllowList.parse(allowed);
        this.resolver = resolver;
    }

    /**
     * The URL in its one spelling, such as {@code https://example.com}; an {@link IllegalArgumentException} tells the user
     * what to write instead. Looks nothing up: whether the host's addresses will do is found out by {@link #dial}.
     */
    public URI admit(String url) {
        return destination(url).uri();
    }

    /**
     * The one address to connect to for {@code destination}, a URL as {@link #admit} gives it. Connect to that address and no
     * other, under the host's name for TLS and the {@code Host} header, and ask again for the next connection: a name that
     * moves in between gets nobody past this judgement. Looked up, and answered, on a worker thread.
     *
     * <p>Fails with an {@link IllegalArgumentException} as {@link #admit} does, with a {@link SecurityException} if any of
     * the host's addresses is not public, and with an {@link UncheckedIOException} if it has none. Their messages are for the
     * user.
     */
    public Uni<SocketAddress> dial(URI destination) {
        return Uni.createFrom()
                .item(() -> dial(destination(destination.toString())))
                .onFailure(IllegalArgumentException.class)
                .transform(refusal -> new SecurityException(refusal.getMessage(), refusal))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Destination destination(String url) {
        var destination = Destination.parse(url);
        if (!allowed.contains(destination)) {
            destination.objection().ifPresent(objection -> {
                throw new IllegalArgumentException(objection + ", or ask the operator to allow " + destination);
            });
        }
        return destination;
    }

    private SocketAddress dial(Destination destination) {
        var addresses = resolve(destination.host());
        if (!allowed.contains(destination)) {
            // One bad address among good ones is an attack that waits for its turn.
            addresses.forEach(address -> requirePublic(address, destination));
        }
        // Most networks have no way out for IPv6, and none through a NAT gateway's fixed address.
        return addresses.stream()
                .min(Comparator.comparing(Inet6Address.class::isInstance))
                .map(address -> SocketAddress.inetSocketAddress(destination.port(), address.getHostAddress()))
                .orElseThrow(() -> unknown(destination.host(), new UnknownHostException("no addresses")));
    }

    private List<InetAddress> resolve(Host host) {
        try {
            return resolver.resolve(host.text());
        } catch (UnknownHostException e) {
            throw unknown(host, e);
        }
    }

    private static UncheckedIOException unknown(Host host, UnknownHostException cause) {
        return new UncheckedIOException(host + " has no address: check how it is written", cause);
    }

    private static void requirePublic(InetAddress address, Destination destination) {
        SpecialAddresses.kind(address).ifPresent(kind -> {
            throw new SecurityException(destination.host() + " resolves to " + address.getHostAddress() + ", which is "
                    + kind + ": give a public host, or ask the operator to allow " + destination);
        });
    }
}
