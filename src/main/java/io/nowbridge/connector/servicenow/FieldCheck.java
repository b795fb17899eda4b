package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says which fields of a form do not belong there, and which a table would miss. */
final class FieldCheck {

    private FieldCheck() {}

    /** What is wrong with the form for {@code table}, of which {@code known} columns have been described. */
    static List<Misfit> objections(TaskTable table, Map<String, Column> known, TicketForm form) {
        var values = FormFields.values(form);
        // A column that the form has a field for would otherwise pass by what is checked of that field.
        var further = form.fields().keySet().stream()
                .flatMap(column -> FormFields.objection(column).stream()
                        .map(objection -> new Misfit("fields." + column, objection)));
        var foreign = values.keySet().stream()
                .filter(column -> !table.has(column) && !form.fields().containsKey(column))
                .sorted()
                .map(column -> new Misfit(FormFields.named(column), "is no field of the table " + table.tableName()));
        var missing = known.values().stream()
                .filter(FieldCheck::isDemanded)
                .map(Column::name)
                .filter(column -> !values.containsKey(column))
                .sorted()
                .map(column -> new Misfit(
                        FormFields.named(column), "is mandatory in ServiceNow's table " + table.tableName()));
        return Stream.of(further, foreign, missing).flatMap(misfits -> misfits).toList();
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
