package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.Connection;
import io.nowbridge.connector.servicenow.ServiceNowSchema;
import io.nowbridge.template.DeskSchema;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;

/** What connected desks say about their tables. */
public final class ConnectedSchemas implements DeskSchema {

    // Of the 29 s that a request has, what comes before and after takes some.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SignIn signIn;

    public ConnectedSchemas(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Uni<Schema> of(Connection desk, Set<String> tables) {
        return switch (desk.type()) {
            case SERVICENOW -> new ServiceNowSchema(signIn.serviceNow(desk), LONGEST).of(tables);
            case AUTOTASK, QUALYTICS, TDSYNNEX, CSV -> Uni.createFrom().failure(unknown(desk));
        };
    }

    private static Rejected unknown(Connection desk) {
        var title = desk.type().title();
        return new Rejected(
                new Report("This version has no client for " + title, "Use a desk that it has one for.", Effect.NONE),
                new IllegalStateException("no client for " + title));
    }
}
