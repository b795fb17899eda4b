package io.nowbridge.connector.servicenow;

import io.nowbridge.ticket.TicketForms;
import java.util.Arrays;
import java.util.Optional;

/** The form's own fields, in the order in which people fill them in, and the columns that hold them. */
enum FormField {
    SHORT_DESCRIPTION("shortDescription", "short_description", "Short description", TicketForms.Type.TEXT, 160),
    DESCRIPTION("description", "description", "Description", TicketForms.Type.TEXT, 4000),
    CATEGORY("category", "category", "Category", TicketForms.Type.CHOICE, 0),
    SUBCATEGORY("subcategory", "subcategory", "Subcategory", TicketForms.Type.CHOICE, 0),
    IMPACT("impact", "impact", "Impact", TicketForms.Type.CHOICE, 0),
    URGENCY("urgency", "urgency", "Urgency", TicketForms.Type.CHOICE, 0),
    ASSIGNMENT_GROUP("assignmentGroup", "assignment_group", "Assignment group", TicketForms.Type.GROUP, 0),
    ASSIGNED_TO("assignedTo", "assigned_to", "Assigned to", TicketForms.Type.PERSON, 0),
    CALLER("caller", "caller_id", "Caller", TicketForms.Type.PERSON, 0);

    private final String field;
    private final String column;
    private final String label;
    private final TicketForms.Type type;
    private final int length;

    FormField(String field, String column, String label, TicketForms.Type type, int length) {
        this.field = field;
        this.column = column;
        this.label = label;
        this.type = type;
        this.length = length;
    }

    /** The field that a column holds, if any does. */
    static Optional<FormField> in(String column) {
        return Arrays.stream(values())
                .filter(field -> field.column.equals(column))
                .findFirst();
    }

    String field() {
        return field;
    }

    String column() {
        return column;
    }

    /** As ServiceNow ships it. */
    String label() {
        return label;
    }

    TicketForms.Type type() {
        return type;
    }

    /** In characters, as ServiceNow ships it; 0 if it has none. */
    int length() {
        return length;
    }
}
