package io.nowbridge.local.servicenow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table, its inherited columns included.
 *
 * @param lineage the table itself, then its parent and so on up to the root
 * @param display the column that stands for a record where another one refers to it
 * @param numberPrefix of the numbers its records get
 */
record Table(
        String name,
        String label,
        List<String> lineage,
        Map<String, Column> columns,
        String display,
        Optional<String> numberPrefix) {

    boolean isA(String ancestor) {
        return lineage.contains(ancestor);
    }

    Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    Optional<String> parent() {
        return lineage.stream().skip(1).findFirst();
    }
}
