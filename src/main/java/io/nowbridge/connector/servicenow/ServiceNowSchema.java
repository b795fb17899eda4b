package io.nowbridge.connector.servicenow;

import static java.util.stream.Collectors.toMap;

import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.servicenow.Choice;
import io.nowbridge.servicenow.Column;
import io.nowbridge.servicenow.ServiceNow;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.template.DeskSchema;
import io.nowbridge.template.DeskSchema.Schema;
import io.nowbridge.template.DeskSchema.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables of a ServiceNow instance, as its dictionary describes them. */
public final class ServiceNowSchema {

    private static final int CONCURRENCY = 4;

    private final ServiceNow serviceNow;

    public ServiceNowSchema(ServiceNow serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** The tables of these that the dictionary knows; fails if it knows none, since then it may not be read at all. */
    public Uni<Schema> of(Set<String> names) {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUni(name ->
                        columns(name).flatMap(columns -> table(name, columns)).map(table -> Map.entry(name, table)))
                .merge(CONCURRENCY)
                .filter(table -> !table.getValue().columns().isEmpty())
                .collect()
                .asMap(Entry::getKey, Entry::getValue)
                .onFailure(ServiceNowException.class)
                .transform(Translation::of)
                .map(tables -> {
                    if (tables.isEmpty() && !names.isEmpty()) {
                        throw hidden();
                    }
                    return new Schema(tables);
                });
    }

    private Uni<Map<String, Column>> columns(String table) {
        return serviceNow
                .dictionary()
                .columns(table)
                // No table can bear such a name.
                .onFailure(ServiceNowException.Rejected.class)
                .recoverWithItem(Map.of());
    }

    private Uni<Table> table(String name, Map<String, Column> columns) {
        var chosen = columns.values().stream()
                .filter(Column::choice)
                .map(Column::name)
                .collect(Collectors.toSet());
        var choices = chosen.isEmpty()
                ? Uni.createFrom().item(Map.<String, List<Choice>>of())
                : serviceNow
                        .choices()
                        .of(name, chosen)
                        // Integration users often may not read them: then the instance has the last word on values.
                        .onFailure(ServiceNowException.Forbidden.class)
                        .recoverWithItem(Map.of());
        return choices.map(known -> new Table(columns.values().stream()
                .collect(toMap(
                        Column::name,
                        column -> column(column, known.getOrDefault(column.name(), List.of())),
                        (one, other) -> one,
                        TreeMap::new))));
    }

    private static DeskSchema.Column column(Column column, List<Choice> choices) {
        return new DeskSchema.Column(
                column.type(),
                column.maxLength(),
                column.readOnly(),
                choices.stream()
                        .map(choice -> new DeskSchema.Choice(choice.value(), choice.label()))
                        .toList());
    }

    private static Forbidden hidden() {
        return new Forbidden(
                new Report(
                        "Reading the dictionary showed none of the tables",
                        "Let the integration user read sys_dictionary and sys_db_object, or check that the tables exist.",
                        Effect.NONE),
                null);
    }
}
