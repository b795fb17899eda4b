package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Dictionary;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.TaskTable;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the dictionary says of the tables that tickets are kept in, read once for each. */
final class KnownColumns {

    private final Dictionary dictionary;
    private final Map<TaskTable, Map<String, Column>> known = new ConcurrentHashMap<>();

    KnownColumns(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** The columns of a table by their name; none where the user may not read the dictionary. */
    Uni<Map<String, Column>> of(TaskTable table) {
        var before = known.get(table);
        return before != null
                ? Uni.createFrom().item(before)
                : dictionary
                        .columns(table.tableName())
                        .onFailure(ServiceNowException.Forbidden.class)
                        .recoverWithItem(Map.of())
                        .invoke(columns -> keep(table, columns));
    }

    // Nothing is not kept: the right to see something may be given at any time.
    private void keep(TaskTable table, Map<String, Column> columns) {
        if (!columns.isEmpty()) {
            known.put(table, columns);
        }
    }
}
