package io.nowbridge.connector.servicenow;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What a ServiceNow instance says about its tables, as far as its user may read the dictionary. */
public final class ServiceNowSchema {

    // Every instance has it, and every user who may read the dictionary sees it there.
    private static final String KNOWN = "task";

    // Business rules keep it, and its form shows it read-only, whatever the dictionary says (ServiceNow docs, Follow a
    // purchase
    // order's status): what we would write there is dropped or undone.
    private static final Map<String, String> KEPT_BY_RULES = Map.of("proc_po", "status");

    private final ServiceNow serviceNow;
    private final Duration longest;

    /** Gives up reading after {@code longest}. */
    public ServiceNowSchema(ServiceNow serviceNow, Duration longest) {
        this.serviceNow = serviceNow;
        this.longest = longest;
    }

    private record Named(String name, Table table) {}

    /** Those of the tables that there are; fails with a {@link ConnectedSystemException} and with nothing else. */
    public Uni<Schema> of(Set<String> tables) {
        return Multi.createFrom()
                .iterable(tables)
                .onItem()
                .transformToUniAndMerge(this::table)
                .filter(named -> !named.table().columns().isEmpty())
                .collect()
                .asMap(Named::name, Named::table)
                .call(found ->
                        found.isEmpty() ? seeAnything() : Uni.createFrom().voidItem())
                .map(Schema::new)
                .onFailure(ServiceNowException.class)
                .transform(Translation::of)
                .ifNoItem()
                .after(longest)
                .failWith(this::tooSlow);
    }

    private ConnectedSystemException tooSlow() {
        return new ConnectedSystemException.Unavailable(
                new Report(
                        "Reading the dictionary took longer than " + longest.toSeconds() + " s",
                        "Repeat the same request later.",
                        Effect.NONE),
                longest,
                new TimeoutException());
    }

    // A user who may not read the dictionary is shown an empty one.
    private Uni<Void> seeAnything() {
        return serviceNow
                .dictionary()
                .columns(KNOWN)
                .flatMap(columns -> columns.isEmpty()
                        ? Uni.createFrom().failure(nothingToSee())
                        : Uni.createFrom().voidItem());
    }

    private static ConnectedSystemException nothingToSee() {
        return new ConnectedSystemException.Forbidden(
                new Report(
                        "The integration user sees nothing in sys_dictionary and sys_db_object",
                        "Give it a role that may read both, such as personalize_dictionary.",
                        Effect.NONE),
                new IllegalStateException("no column of " + KNOWN + " is shown"));
    }

    private Uni<Named> table(String name) {
        return serviceNow
                .dictionary()
                .columns(name)
                // No table can bear such a name.
                .onFailure(ServiceNowException.Rejected.class)
                .recoverWithItem(Map.of())
                .flatMap(columns ->
                        choices(name, columns).map(choices -> new Named(name, table(name, columns, choices))));
    }

    private Uni<Map<String, List<DeskSchema.Choice>>> choices(String table, Map<String, Column> columns) {
        var chosen = columns.values().stream()
                .filter(Column::choice)
                .map(Column::name)
                .collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return serviceNow
                .choices()
                .of(table, chosen)
                .map(ServiceNowSchema::choices)
                // Integration users often may not: then the instance has the last word on values.
                .onFailure(ServiceNowException.Forbidden.class)
                .recoverWithItem(Map.of());
    }

    private static Map<String, List<DeskSchema.Choice>> choices(Map<String, List<Choice>> byColumn) {
        return byColumn.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> column.getValue().stream()
                                .map(choice -> new DeskSchema.Choice(choice.value(), choice.label()))
                                .toList()));
    }

    private static Table table(
            String table, Map<String, Column> columns, Map<String, List<DeskSchema.Choice>> choices) {
        var known = new TreeMap<String, DeskSchema.Column>();
        columns.forEach((name, column) -> known.put(
                name,
                new DeskSchema.Column(
                        column.type(),
                        column.maxLength(),
                        column.readOnly() || name.equals(KEPT_BY_RULES.get(table)),
                        choices.getOrDefault(name, List.of()))));
        return new Table(known);
    }
}
