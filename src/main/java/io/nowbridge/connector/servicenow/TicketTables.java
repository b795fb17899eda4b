package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Mention;
import io.nowbridge.servicenow.TaskTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where tickets are looked for. */
final class TicketTables {

    static final List<String> ALL =
            Arrays.stream(TaskTable.values()).map(TaskTable::tableName).toList();

    // As ServiceNow ships them; an instance may have others, which costs a further look.
    private static final Map<String, TaskTable> BY_PREFIX = Map.of(
            "INC", TaskTable.INCIDENT,
            "PRB", TaskTable.PROBLEM,
            "CHG", TaskTable.CHANGE_REQUEST,
            "SCTASK", TaskTable.CATALOG_TASK);

    private TicketTables() {}

    /** The tables to look in first; none if it is surely none of these. */
    static List<String> likely(Mention mention) {
        if (mention.table().isPresent()) {
            return mention.table().filter(ALL::contains).stream().toList();
        }
        return mention.sysId().isPresent() ? ALL : byNumber(mention.name());
    }

    private static List<String> byNumber(String number) {
        var prefix = number.replaceFirst("\\d+$", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(BY_PREFIX.get(prefix)).map(table -> table.tableName()).stream()
                .toList();
    }
}
