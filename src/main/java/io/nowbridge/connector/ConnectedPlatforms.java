package io.nowbridge.connector;

import io.nowbridge.anomaly.AnomalyPlatform;
import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connection.CredentialsInfo;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.Connections;
import io.nowbridge.connection.Kind;
import io.nowbridge.connection.PlatformSettings;
import io.nowbridge.connector.qualytics.QualyticsPlatform;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The anomaly platforms among all connections. Which one is a source, and whether it is open, is read anew each time; its
 * client, with its token, is kept for as long as the function lives and the credentials stay the same.
 */
public final class ConnectedPlatforms implements AnomalyPlatforms {

    private final Connections connections;
    private final SignIn signIn;
    private final Watches watches;
    private final Map<ConnectionId, Kept> kept = new ConcurrentHashMap<>();

    /** A platform, and what its client was made for. */
    private record Kept(URI instance, Optional<CredentialsInfo> credentials, String source, AnomalyPlatform platform) {

        boolean serves(Connection connection) {
            return instance.equals(connection.instance())
                    && credentials.equals(connection.credentials())
                    && source.equals(ConnectedPlatforms.source(connection));
        }
    }

    public ConnectedPlatforms(Connections connections, SignIn signIn, InstantSource clock) {
        this.connections = connections;
        this.signIn = signIn;
        this.watches = new Watches(connections, clock);
    }

    @Override
    public Uni<Optional<AnomalyPlatform>> of(String source) {
        return connection(source).map(found -> found.flatMap(this::opened));
    }

    @Override
    public Uni<Optional<Connection>> connection(String source) {
        return bySource().map(platforms -> theOnlyOne(platforms.getOrDefault(source, List.of())));
    }

    @Override
    public Uni<List<Source>> sources() {
        return bySource()
                .map(platforms -> platforms.values().stream()
                        .flatMap(same -> theOnlyOne(same).stream())
                        .filter(Connection::isOpen)
                        .map(platform -> new Source(source(platform), platform.id()))
                        .toList());
    }

    private Uni<Map<String, List<Connection>>> bySource() {
        return connections
                .all()
                .map(all -> all.stream()
                        .filter(connection -> connection.type().kind() == Kind.ANOMALY_PLATFORM)
                        .collect(Collectors.groupingBy(ConnectedPlatforms::source)));
    }

    private static Optional<Connection> theOnlyOne(List<Connection> same) {
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    private Optional<AnomalyPlatform> opened(Connection connection) {
        if (!connection.isOpen()) {
            // With its client goes the token that is still in memory.
            kept.remove(connection.id());
            return Optional.empty();
        }
        var platform = kept.compute(
                        connection.id(),
                        (id, before) -> before != null && before.serves(connection) ? before : made(connection))
                .platform();
        return Optional.of(new WatchedPlatform(platform, watches.over(connection)));
    }

    private Kept made(Connection connection) {
        return new Kept(connection.instance(), connection.credentials(), source(connection), platform(connection));
    }

    private AnomalyPlatform platform(Connection connection) {
        return switch (connection.type()) {
            case QUALYTICS -> new QualyticsPlatform(connection, signIn.qualytics(connection));
            case SERVICENOW, AUTOTASK, TDSYNNEX, CSV ->
                throw new IllegalStateException(
                        "anomalies are not found in " + connection.type().title());
        };
    }

    private static String source(Connection platform) {
        return PlatformSettings.of(platform).source();
    }
}
