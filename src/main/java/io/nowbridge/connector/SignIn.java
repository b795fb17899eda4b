package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.servicenow.Credentials;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowClients;
import io.smallrye.mutiny.Uni;

/** Makes clients that sign in with what a connection keeps: read when it is first needed, and again when it is refused. */
public final class SignIn {

    private final Connections connections;
    private final ServiceNowClients serviceNow;

    public SignIn(Connections connections, ServiceNowClients serviceNow) {
        this.connections = connections;
        this.serviceNow = serviceNow;
    }

    ServiceNow serviceNow(Connection connection) {
        return serviceNow.connect(
                connection.instance(), () -> credentials(connection), renewed -> keep(connection, renewed));
    }

    private Uni<Credentials> credentials(Connection connection) {
        return connections
                .credentials(connection)
                .map(found -> found.map(ServiceNowCredentials::of)
                        .orElseThrow(() -> new IllegalArgumentException("it has been disconnected")));
    }

    // Where somebody has reconnected meanwhile, theirs stay.
    private Uni<Void> keep(Connection connection, Credentials.RefreshToken renewed) {
        return connections
                .refresh(connection, ServiceNowCredentials.authentication(renewed))
                .replaceWithVoid();
    }
}
