package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * The {@code dl_u_priority} table: which priority an incident or a problem gets.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 *
 * <p>Source: ServiceNow docs, "Define priority lookup rules".
 */
public interface Priorities {

    /** Lists the active rules in the order in which they are tried; none where this user may not read them. */
    Uni<List<Rule>> rules();

    /** The priority of what has this impact and this urgency. */
    record Rule(String impact, String urgency, Priority priority) {}
}
