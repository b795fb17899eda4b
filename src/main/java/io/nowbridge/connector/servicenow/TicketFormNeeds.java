package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Need;
import io.nowbridge.setup.Need.Access;
import java.util.List;
import java.util.TreeSet;

/** What the ticket form needs of a ServiceNow instance. */
public final class TicketFormNeeds {

    private static final String FEATURE = "the ticket form";
    private static final String TABLE = "incident";

    private TicketFormNeeds() {}

    /** The incidents that are opened and noted on, and what is told of them; nothing of another system. */
    public static List<Need> of(Connection connection) {
        if (connection.type() != SystemType.SERVICENOW) {
            return List.of();
        }
        var written = new TreeSet<>(FormFields.columns());
        written.addAll(List.of("correlation_id", "correlation_display", "work_notes"));
        return List.of(
                new Need(FEATURE, TABLE, Access.WRITE, written),
                new Need(FEATURE, TABLE, Access.READ, new TreeSet<>(List.of("number", "state", "priority"))));
    }
}
