package io.nowbridge.connector;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.qualytics.QualyticsToken;
import io.nowbridge.connector.servicenow.ServiceNowCredentials;
import io.nowbridge.connector.tdsynnex.TdSynnexAccount;
import io.nowbridge.qualytics.Qualytics;
import io.nowbridge.qualytics.QualyticsClients;
import io.nowbridge.servicenow.Credentials;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowClients;
import io.nowbridge.tdsynnex.TdSynnex;
import io.nowbridge.tdsynnex.TdSynnexClients;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Makes clients that sign in with what a connection keeps: read when it is first needed, and again when it is refused. */
public final class SignIn {

    private final Connections connections;
    private final ServiceNowClients serviceNow;
    private final QualyticsClients qualytics;
    private final TdSynnexClients tdSynnex;

    public SignIn(
            Connections connections,
            ServiceNowClients serviceNow,
            QualyticsClients qualytics,
            TdSynnexClients tdSynnex) {
        this.connections = connections;
        this.serviceNow = serviceNow;
        this.qualytics = qualytics;
        this.tdSynnex = tdSynnex;
    }

    ServiceNow serviceNow(Connection connection) {
        return serviceNow.connect(
                connection.instance(),
                () -> credentials(connection, ServiceNowCredentials::of),
                renewed -> keep(connection, renewed));
    }

    Qualytics qualytics(Connection connection) {
        return qualytics.connect(connection.instance(), () -> credentials(connection, QualyticsToken::of));
    }

    TdSynnex tdSynnex(Connection connection) {
        return tdSynnex.connect(connection.instance(), () -> credentials(connection, TdSynnexAccount::of));
    }

    /** What {@code read} makes of the credentials; fails with an {@link IllegalArgumentException} where there are none. */
    <T> Uni<T> credentials(Connection connection, Function<Authentication, T> read) {
        return connections
                .credentials(connection)
                .map(found ->
                        found.map(read).orElseThrow(() -> new IllegalArgumentException("it has been disconnected")));
    }

    // Where somebody has reconnected meanwhile, theirs stay.
    private Uni<Void> keep(Connection connection, Credentials.RefreshToken renewed) {
        return connections
                .refresh(connection, ServiceNowCredentials.authentication(renewed))
                .replaceWithVoid();
    }
}
