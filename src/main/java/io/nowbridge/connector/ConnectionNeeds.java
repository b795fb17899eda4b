package io.nowbridge.connector;

import io.nowbridge.connection.Connection;
import io.nowbridge.connector.servicenow.TicketFormNeeds;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Needs;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** What is needed of a connection: by the ticket form, and by the templates that are enabled. */
public final class ConnectionNeeds implements Needs {

    private final Needs templates;

    public ConnectionNeeds(Needs templates) {
        this.templates = templates;
    }

    @Override
    public Uni<List<Need>> of(Connection connection) {
        return templates
                .of(connection)
                .map(needs -> Stream.concat(TicketFormNeeds.of(connection).stream(), needs.stream())
                        .toList());
    }
}
