package io.nowbridge.servicenow;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column holds what of an incident. */
final class IncidentRow {

    static final List<String> COLUMNS = List.of(
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

    /** The columns to be read back after {@code written} ones. */
    static Set<String> columnsAnd(Set<String> written) {
        var all = new TreeSet<>(COLUMNS);
        all.addAll(written);
        return all;
    }

    static Map<String, String> of(IncidentDraft draft) {
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
        return columns;
    }

    static Incident incident(Row row, URI address) {
        var sysId = row.sysId();
        return new Incident(
                sysId,
                row.text("number"),
                row.text("short_description"),
                row.text("description"),
                row.text("correlation_id"),
                row.text("correlation_display"),
                new State(row.text("state")),
                new Priority(row.text("priority")),
                row.text("impact"),
                row.text("urgency"),
                row.text("category"),
                row.text("subcategory"),
                row.text("assignment_group"),
                row.text("assigned_to"),
                row.text("caller_id"),
                page(address, sysId));
    }

    // The address that ServiceNow's own links and mails use: the record's page within the frame.
    private static URI page(URI address, SysId sysId) {
        return address.resolve("/nav_to.do?uri=incident.do%3Fsys_id%3D" + sysId);
    }

    private IncidentRow() {}
}
