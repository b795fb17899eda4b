package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketForm;
import io.nowbridge.ticket.Warning;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says which fields of a form do not belong into a table, and which the table would miss. */
final class FieldCheck {

    private FieldCheck() {}

    /** The form without the fields that the table has no column for, which a connection's defaults may have filled. */
    static TicketForm fitting(TaskTable table, TicketForm form) {
        return new TicketForm(
                form.table(),
                form.shortDescription(),
                form.description(),
                form.category().filter(any -> table.has("category")),
                form.subcategory().filter(any -> table.has("subcategory")),
                form.impact(),
                form.urgency(),
                form.assignmentGroup(),
                form.assignedTo(),
                form.caller().filter(any -> table.has("caller_id")),
                form.fields());
    }

    /** What {@link #fitting} leaves out. */
    static List<Warning> leftOut(TaskTable table, TicketForm form) {
        return FormFields.values(form).keySet().stream()
                .filter(column -> !table.has(column) && !form.fields().containsKey(column))
                .sorted()
                .map(column -> new Warning(
                        FormFields.named(column),
                        "It was left out: the table " + table.tableName() + " has no such field."))
                .toList();
    }

    /** What is wrong with the form for {@code table}, of which {@code known} columns have been described. */
    static List<Misfit> objections(TaskTable table, Map<String, Column> known, TicketForm form) {
        var values = FormFields.values(form);
        // A column that the form has a field for would otherwise pass by what is checked of that field.
        var further = form.fields().keySet().stream()
                .flatMap(column -> FormFields.objection(column).stream()
                        .map(objection -> new Misfit("fields." + column, objection)));
        var missing = known.values().stream()
                .filter(FieldCheck::isDemanded)
                .map(Column::name)
                .filter(column -> !values.containsKey(column))
                // Every ticket gets one: the anomaly's context is put below what a person wrote.
                .filter(column -> !column.equals(FormField.DESCRIPTION.column()))
                .sorted()
                .map(column -> new Misfit(
                        FormFields.named(column), "is mandatory in ServiceNow's table " + table.tableName()));
        return Stream.concat(further, missing).toList();
    }

    /** Whether a new record must bring a column, since nobody else fills it: a flag that nobody sets is false. */
    static boolean isDemanded(Column column) {
        return column.mandatory()
                && !column.readOnly()
                && column.defaultValue().isEmpty()
                && !column.type().equals("boolean")
                && !column.name().startsWith("sys_");
    }
}
