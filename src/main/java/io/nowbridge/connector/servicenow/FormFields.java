package io.nowbridge.connector.servicenow;

import java.util.Map;

/** The form's fields and ServiceNow's columns, one for the other. */
final class FormFields {

    private static final Map<String, String> BY_COLUMN = Map.of(
            "short_description", "shortDescription",
            "description", "description",
            "category", "category",
            "subcategory", "subcategory",
            "impact", "impact",
            "urgency", "urgency",
            "assignment_group", "assignmentGroup",
            "assigned_to", "assignedTo",
            "caller_id", "caller");

    private FormFields() {}

    /** What the form calls a column: a field of its own, or one of the further ones. */
    static String named(String column) {
        return BY_COLUMN.getOrDefault(column, "fields." + column);
    }
}
