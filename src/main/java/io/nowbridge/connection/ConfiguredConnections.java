package io.nowbridge.connection;

import io.nowbridge.connection.Connection.Authentication;
import io.nowbridge.connection.ConnectionConfig.Configured;
import io.nowbridge.connection.ConnectionConfig.Credentials;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The connections that the configuration names. */
@Singleton
final class ConfiguredConnections implements Connections {

    private final List<Connection> connections;

    ConfiguredConnections(ConnectionConfig config) {
        connections = config.byId().entrySet().stream()
                .map(entry -> connection(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Uni<List<Connection>> all() {
        return Uni.createFrom().item(connections);
    }

    private static Connection connection(String id, Configured configured) {
        return new Connection(
                new ConnectionId(id),
                configured.type(),
                configured.name(),
                configured.instanceUrl(),
                authentication(id, configured.authentication()));
    }

    private static Authentication authentication(String id, Credentials given) {
        return switch (given.type()) {
            case BASIC ->
                new Authentication.Basic(
                        needed(id, "username", given.username()), needed(id, "password", given.password()));
            case OAUTH_CLIENT_CREDENTIALS ->
                new Authentication.ClientCredentials(
                        needed(id, "client-id", given.clientId()),
                        needed(id, "client-secret", given.clientSecret()),
                        given.scope());
            case OAUTH_PASSWORD ->
                new Authentication.Password(
                        needed(id, "client-id", given.clientId()),
                        needed(id, "client-secret", given.clientSecret()),
                        needed(id, "username", given.username()),
                        needed(id, "password", given.password()));
        };
    }

    private static String needed(String id, String name, Optional<String> value) {
        return value.orElseThrow(() ->
                new IllegalStateException("nowbridge.connections." + id + ".authentication." + name + " is missing"));
    }
}
