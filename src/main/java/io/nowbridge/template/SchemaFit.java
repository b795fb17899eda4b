package io.nowbridge.template;

import io.nowbridge.setup.Need.Access;
import io.nowbridge.template.DeskSchema.Choice;
import io.nowbridge.template.DeskSchema.Column;
import io.nowbridge.template.DeskSchema.Schema;
import io.nowbridge.template.DeskSchema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a template's mappings against what the desk says about its tables. */
final class SchemaFit {

    private static final int MOST_NAMED = 20;

    private final TemplateForm form;
    private final Schema schema;

    private SchemaFit(TemplateForm form, Schema schema) {
        this.form = form;
        this.schema = schema;
    }

    /** What does not fit, each under its path. */
    static List<Misfit> misfits(TemplateForm form, Schema schema) {
        var fit = new SchemaFit(form, schema);
        return Stream.of(fit.tables(), fit.fields(), fit.values())
                .flatMap(misfits -> misfits)
                .toList();
    }

    private Stream<Misfit> tables() {
        return form.mappings().tables().entrySet().stream()
                .filter(part -> !schema.tables().containsKey(part.getValue()))
                .map(part -> new Misfit(
                        "mappings.tables." + part.getKey(),
                        "the desk has no table " + part.getValue() + " that its user can see"));
    }

    private Stream<Misfit> fields() {
        return form.kind().sheet().fields().stream()
                .flatMap(field -> form.mappings().column(field.name()).stream()
                        .flatMap(column -> misfits(field, column).stream())
                        .map(message -> new Misfit("mappings.fields." + field.name(), message)));
    }

    private List<String> misfits(Field field, String name) {
        var messages = new ArrayList<String>();
        table(field).ifPresent(table -> {
            var column = table.columns().get(name);
            if (column == null) {
                messages.add("the table has no column " + name);
                return;
            }
            if (field.access() == Access.WRITE && column.readOnly()) {
                messages.add("the column " + name + " is read-only");
            }
            if (column.length() > 0 && column.length() < field.length()) {
                messages.add("the column %s holds %d characters, and %d are needed"
                        .formatted(name, column.length(), field.length()));
            }
        });
        return messages;
    }

    private Stream<Misfit> values() {
        return form.kind().sheet().valueMaps().stream()
                .flatMap(map -> choices(map).stream()
                        .filter(choices -> !choices.isEmpty())
                        .flatMap(choices -> form.mappings().values(map.name()).entrySet().stream()
                                .filter(value -> choices.stream()
                                        .noneMatch(choice -> choice.value().equals(value.getValue())))
                                .map(value -> unknown(map, value, choices))));
    }

    private Optional<List<Choice>> choices(ValueMap map) {
        return form.kind().sheet().fields().stream()
                .filter(field -> field.name().equals(map.field()))
                .findFirst()
                .flatMap(this::column)
                .map(Column::choices);
    }

    private static Misfit unknown(ValueMap map, Map.Entry<String, String> value, List<Choice> choices) {
        var known = choices.stream().limit(MOST_NAMED).map(Choice::toString).collect(Collectors.joining(", "));
        return new Misfit(
                "mappings." + map.name() + "." + value.getKey(),
                "the column takes no " + value.getValue() + ", but " + known
                        + (choices.size() > MOST_NAMED ? " and others" : ""));
    }

    private Optional<Column> column(Field field) {
        return form.mappings()
                .column(field.name())
                .flatMap(name -> table(field)
                        .flatMap(table -> Optional.ofNullable(table.columns().get(name))));
    }

    private Optional<Table> table(Field field) {
        return form.mappings()
                .table(field.part())
                .flatMap(name -> Optional.ofNullable(schema.tables().get(name)));
    }
}
