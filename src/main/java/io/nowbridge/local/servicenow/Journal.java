package io.nowbridge.local.servicenow;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Work notes and comments: entries of their own, of which the task itself stores nothing. */
final class Journal {

    private static final String TABLE = "sys_journal_field";

    private final Records records;
    private final SysIds sysIds;

    Journal(Records records, SysIds sysIds) {
        this.records = records;
        this.sysIds = sysIds;
    }

    void append(Row row, String column, String text, String author, Instant now) {
        records.put(new Row(
                TABLE,
                Map.of(
                        "sys_id", sysIds.next(),
                        "name", row.table(),
                        "element", column,
                        "element_id", row.sysId(),
                        "value", text,
                        "sys_created_on", Times.text(now),
                        "sys_created_by", author)));
    }

    /** All entries of the row in this column, newest first; a column that lists journals shows all of them. */
    List<Row> entries(Row row, Column column) {
        return records.with(TABLE, "element_id", row.sysId()).reversed().stream()
                .filter(entry -> column.type() == Column.Type.JOURNAL_LIST
                        || entry.value("element").equals(column.name()))
                .toList();
    }

    /** Takes away what belongs to a deleted row. */
    void forget(Row row) {
        List.copyOf(records.with(TABLE, "element_id", row.sysId())).forEach(records::remove);
    }
}
