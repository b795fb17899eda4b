package io.nowbridge.connector.servicenow;

import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.TaskTable;
import io.nowbridge.ticket.TicketForms;
import io.nowbridge.ticket.TicketForms.Field;
import io.nowbridge.ticket.TicketForms.PriorityRule;
import io.nowbridge.ticket.TicketForms.Spec;
import io.nowbridge.ticket.TicketForms.Table;
import io.nowbridge.ticket.Warning;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a form for one table can hold: the form's own fields, the instance's custom ones of a type that a form can offer, and
 * whatever else the table demands.
 */
final class FormSpec {

    private static final String NO_DICTIONARY =
            "The integration user may not read sys_dictionary: lengths and labels are as ServiceNow ships them, and which"
                    + " further fields there are, and which are mandatory, is not known.";
    private static final String NO_CHOICES =
            "It has no choices, or none that the integration user may read in sys_choice. ServiceNow replaces a value that"
                    + " it does not know.";

    private final TaskTable table;
    private final Map<String, Column> columns;

    /** Of the columns that the dictionary describes; none where it may not be read. */
    FormSpec(TaskTable table, Map<String, Column> columns) {
        this.table = table;
        this.columns = columns;
    }

    static Table table(TaskTable table) {
        return new Table(table.tableName(), table.label());
    }

    /** The columns whose choices are to be known. */
    Set<String> choiceColumns() {
        return Stream.concat(
                        own().filter(this::isChoice).map(FormField::column),
                        further().filter(Column::choice).map(Column::name))
                .collect(Collectors.toSet());
    }

    /** The form, with {@code choices} by column, and the priorities that result. */
    Spec with(Map<String, List<Choice>> choices, List<PriorityRule> priorities) {
        var fields = Stream.concat(
                        own().map(field -> field(field, choices)), further().map(column -> field(column, choices)))
                .toList();
        var unlisted = choiceColumns();
        var warnings = fields.stream()
                .filter(field ->
                        unlisted.contains(field.column()) && field.choices().isEmpty())
                .map(field -> new Warning(field.name(), NO_CHOICES));
        var blind = columns.isEmpty() ? Stream.of(new Warning("fields", NO_DICTIONARY)) : Stream.<Warning>empty();
        return new Spec(
                table(table), fields, priorities, Stream.concat(blind, warnings).toList());
    }

    // What the dictionary does not have, the instance does not have.
    private Stream<FormField> own() {
        return Arrays.stream(FormField.values())
                .filter(field -> table.has(field.column()))
                .filter(field -> columns.isEmpty() || columns.containsKey(field.column()));
    }

    private Stream<Column> further() {
        return columns.values().stream()
                .filter(column -> FormFields.objection(column.name()).isEmpty())
                .filter(column -> FieldCheck.isDemanded(column) || isCustom(column))
                .sorted(Comparator.comparing(Column::label).thenComparing(Column::name));
    }

    private static boolean isCustom(Column column) {
        return column.name().startsWith("u_")
                && !column.readOnly()
                && (type(column) != TicketForms.Type.TEXT || column.type().equals("string"));
    }

    private boolean isChoice(FormField field) {
        return field.type() == TicketForms.Type.CHOICE
                && Optional.ofNullable(columns.get(field.column()))
                        .map(Column::choice)
                        .orElse(true);
    }

    private Field field(FormField field, Map<String, List<Choice>> choices) {
        var column = Optional.ofNullable(columns.get(field.column()));
        var parent = field == FormField.SUBCATEGORY ? FormField.CATEGORY.field() : "";
        var offered = choices(choices.getOrDefault(field.column(), List.of()), !parent.isEmpty());
        var type = field.type() == TicketForms.Type.CHOICE && offered.isEmpty() ? TicketForms.Type.TEXT : field.type();
        return new Field(
                field.field(),
                field.column(),
                column.map(Column::label).orElse(field.label()),
                type,
                field == FormField.SHORT_DESCRIPTION
                        || column.filter(FieldCheck::isDemanded).isPresent(),
                type == TicketForms.Type.TEXT ? column.map(Column::maxLength).orElse(field.length()) : 0,
                offered,
                offered.isEmpty() ? "" : parent);
    }

    private static Field field(Column column, Map<String, List<Choice>> choices) {
        // On what a custom column depends is not told, so that all its choices are offered.
        var offered = choices(choices.getOrDefault(column.name(), List.of()), false);
        var type = column.choice() && offered.isEmpty() ? TicketForms.Type.TEXT : type(column);
        return new Field(
                FormFields.named(column.name()),
                column.name(),
                column.label(),
                type,
                FieldCheck.isDemanded(column),
                type == TicketForms.Type.TEXT ? column.maxLength() : 0,
                offered,
                "");
    }

    private static TicketForms.Type type(Column column) {
        if (column.choice()) {
            return TicketForms.Type.CHOICE;
        }
        return switch (column.type()) {
            case "boolean" -> TicketForms.Type.FLAG;
            case "reference" -> referenceType(column.reference());
            default -> TicketForms.Type.TEXT;
        };
    }

    private static TicketForms.Type referenceType(String table) {
        return switch (table) {
            case "sys_user" -> TicketForms.Type.PERSON;
            case "sys_user_group" -> TicketForms.Type.GROUP;
            default -> TicketForms.Type.TEXT;
        };
    }

    private static List<TicketForms.Choice> choices(List<Choice> choices, boolean depend) {
        return choices.stream()
                .map(choice ->
                        new TicketForms.Choice(choice.value(), choice.label(), depend ? choice.dependentValue() : ""))
                .toList();
    }
}
