package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * How many records there are (ServiceNow docs, Aggregate API).
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Counts {

    /** Counts the rows that match, apart for each combination of what these columns hold. */
    Uni<List<Count>> by(String table, List<String> columns, Query query);

    /**
     * Rows that hold the same.
     *
     * @param values what the columns hold, by their name
     * @param shown what people see in place of that
     */
    record Count(Map<String, String> values, Map<String, String> shown, long rows) {

        public Count {
            values = Map.copyOf(values);
            shown = Map.copyOf(shown);
        }
    }
}
