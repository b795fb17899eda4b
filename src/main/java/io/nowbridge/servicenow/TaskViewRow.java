package io.nowbridge.servicenow;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which column shows what of a task. */
final class TaskViewRow {

    static final List<String> COLUMNS = List.of(
            "sys_id",
            "sys_class_name",
            "number",
            "short_description",
            "description",
            "state",
            "priority",
            "assigned_to",
            "assignment_group",
            "close_notes",
            "sys_updated_on");

    private TaskViewRow() {}

    /** The columns to be read back after {@code written} ones. */
    static Set<String> columnsAnd(Set<String> written) {
        var all = new TreeSet<>(COLUMNS);
        all.addAll(written);
        return all;
    }

    static TaskView view(String asked, Row row, URI address) {
        var table = table(asked, row);
        return new TaskView(
                row.sysId(),
                table,
                row.text("number"),
                row.text("short_description"),
                row.text("description"),
                state(asked, table, row),
                row.text("state"),
                row.shown("priority"),
                row.shown("assigned_to"),
                row.shown("assignment_group"),
                row.text("close_notes"),
                Literal.instant(row.text("sys_updated_on")),
                page(address, table, row.sysId()));
    }

    // Asked for in the table that its own extends, a row shows the labels of that one (inferred).
    private static String state(String asked, String table, Row row) {
        return TaskTable.named(table)
                .filter(own -> !table.equals(asked))
                .map(own -> new State(own, row.text("state")).label())
                .orElseGet(() -> row.shown("state"));
    }

    /** The table that a row is of; the one that was asked if the row does not say. */
    static String table(String asked, Row row) {
        var own = row.text("sys_class_name");
        return Literal.isName(own) ? own : asked;
    }

    // The address that ServiceNow's own links and mails use: the record's page within the frame.
    private static URI page(URI address, String table, SysId sysId) {
        return address.resolve("/nav_to.do?uri=" + table + ".do%3Fsys_id%3D" + sysId);
    }
}
