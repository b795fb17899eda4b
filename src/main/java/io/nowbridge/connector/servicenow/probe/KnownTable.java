package io.nowbridge.connector.servicenow.probe;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.Sample;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table whose rows were looked at.
 *
 * @param columns those that the dictionary describes, by their name; none where it may not be read
 */
record KnownTable(TableNeed need, Map<String, Column> columns, Sample sample) {

    /** Whether the column is there, as far as can be seen. */
    boolean has(String column) {
        return columns.containsKey(column) || sample.columns().contains(column);
    }

    /** The columns that a new record must bring, and that nobody fills. */
    Stream<Column> unfilled() {
        return columns.values().stream()
                .filter(column -> column.mandatory() && !column.readOnly())
                .filter(column -> column.defaultValue().isEmpty())
                .filter(column -> !column.name().startsWith("sys_"))
                .filter(column -> !need.written().contains(column.name()));
    }
}
