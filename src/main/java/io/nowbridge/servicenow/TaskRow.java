package io.nowbridge.servicenow;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column holds what of a task. */
final class TaskRow {

    private static final List<String> COLUMNS = List.of(
            "sys_id",
            "number",
            "short_description",
            "description",
            "correlation_id",
            "correlation_display",
            "state",
            "priority",
            "impact",
            "urgency",
            "category",
            "subcategory",
            "assignment_group",
            "assigned_to",
            "caller_id");

    /** The columns that are read of a table's tasks. */
    static List<String> columns(TaskTable table) {
        return COLUMNS.stream().filter(table::has).toList();
    }

    /** The columns to be read back after {@code written} ones. */
    static Set<String> columnsAnd(TaskTable table, Set<String> written) {
        var all = new TreeSet<>(columns(table));
        all.addAll(written);
        return all;
    }

    static Map<String, String> of(TaskTable table, TaskDraft draft) {
        var columns = new LinkedHashMap<>(draft.otherFields());
        columns.put("sys_id", draft.sysId().value());
        columns.put("correlation_id", draft.correlationId());
        columns.put("correlation_display", draft.correlationDisplay());
        columns.put("short_description", draft.shortDescription());
        columns.put("description", draft.description());
        draft.category().ifPresent(value -> columns.put("category", value));
        draft.subcategory().ifPresent(value -> columns.put("subcategory", value));
        draft.impact().ifPresent(value -> columns.put("impact", value));
        draft.urgency().ifPresent(value -> columns.put("urgency", value));
        draft.assignmentGroup().ifPresent(group -> columns.put("assignment_group", group.value()));
        draft.assignedTo().ifPresent(user -> columns.put("assigned_to", user.value()));
        draft.caller().ifPresent(user -> columns.put("caller_id", user.value()));
        columns.keySet().removeIf(column -> !table.has(column));
        return columns;
    }

    static Task task(TaskTable table, Row row, URI address) {
        var sysId = row.sysId();
        return new Task(
                sysId,
                row.text("number"),
                row.text("short_description"),
                row.text("description"),
                row.text("correlation_id"),
                row.text("correlation_display"),
                new State(table, row.text("state")),
                new Priority(row.text("priority")),
                row.text("impact"),
                row.text("urgency"),
                row.text("category"),
                row.text("subcategory"),
                row.text("assignment_group"),
                row.text("assigned_to"),
                row.text("caller_id"),
                page(address, table, sysId));
    }

    // The address that ServiceNow's own links and mails use: the record's page within the frame.
    private static URI page(URI address, TaskTable table, SysId sysId) {
        return address.resolve("/nav_to.do?uri=" + table.tableName() + ".do%3Fsys_id%3D" + sysId);
    }

    private TaskRow() {}
}
