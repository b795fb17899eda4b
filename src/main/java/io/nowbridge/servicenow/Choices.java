package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code sys_choice} table: what a choice column accepts.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else; that users of an integration may not
 * read this table ({@link ServiceNowException.Forbidden}) is common.
 */
public interface Choices {

    /**
     * Lists the active choices of each column in their order, labelled in English; empty for a column that has none. A table
     * without choices of its own for a column has those of {@code task}, if it extends it. One request serves all columns.
     */
    Uni<Map<String, List<Choice>>> of(String table, Set<String> columns);
}
