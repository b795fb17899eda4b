package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The {@code sys_dictionary} table: what columns there are.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Dictionary {

    /**
     * The active columns of a table by their name, those that it inherits among them; empty if this user may not read them, or
     * if there is no such table. What a dictionary override changes for the table is not told.
     */
    Uni<Map<String, Column>> columns(String table);
}
