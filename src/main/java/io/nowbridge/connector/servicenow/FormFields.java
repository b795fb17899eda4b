package io.nowbridge.connector.servicenow;

import io.nowbridge.ticket.TicketForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form's fields and ServiceNow's columns, one for the other. */
final class FormFields {

    // Ours: by these a task is found again.
    private static final Set<String> RESERVED = Set.of("correlation_id", "correlation_display");

    private FormFields() {}

    /** What is wrong with naming {@code column} among the further fields, if anything is. */
    static Optional<String> objection(String column) {
        if (RESERVED.contains(column)) {
            return Optional.of("is set by Nowbridge");
        }
        if (column.startsWith("sys_")) {
            return Optional.of("is set by ServiceNow");
        }
        return FormField.in(column).map(field -> "is the form's own field " + field.field());
    }

    /** The columns that the form has a field for. */
    static Set<String> columns() {
        return Arrays.stream(FormField.values()).map(FormField::column).collect(Collectors.toSet());
    }

    /** What the form holds, by column. */
    static Map<String, String> values(TicketForm form) {
        var values = new HashMap<>(form.fields());
        values.put("short_description", form.shortDescription());
        values.put("description", form.description());
        form.category().ifPresent(value -> values.put("category", value));
        form.subcategory().ifPresent(value -> values.put("subcategory", value));
        form.impact().ifPresent(value -> values.put("impact", value));
        form.urgency().ifPresent(value -> values.put("urgency", value));
        form.assignmentGroup().ifPresent(value -> values.put("assignment_group", value));
        form.assignedTo().ifPresent(value -> values.put("assigned_to", value));
        form.caller().ifPresent(value -> values.put("caller_id", value));
        values.values().removeIf(String::isBlank);
        return values;
    }

    /** What the form calls a column: a field of its own, or one of the further ones. */
    static String named(String column) {
        return FormField.in(column).map(FormField::field).orElse("fields." + column);
    }
}
