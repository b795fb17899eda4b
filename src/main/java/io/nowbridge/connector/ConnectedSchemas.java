package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connector.servicenow.ServiceNowSchema;
import io.nowbridge.template.DeskSchema;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** The schemas of the desks that there is a client for. */
public final class ConnectedSchemas implements DeskSchema {

    private final SignIn signIn;

    public ConnectedSchemas(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Uni<Schema> of(Connection desk, Set<String> tables) {
        return switch (desk.type()) {
            case SERVICENOW -> new ServiceNowSchema(signIn.serviceNow(desk)).of(tables);
            // Without a client, a connection is never open, and is not asked.
            case AUTOTASK, QUALYTICS, TDSYNNEX ->
                throw new IllegalStateException(
                        "there is no schema of " + desk.type().title());
        };
    }
}
