package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Records as rows of whatever table they are in. */
final class TableRecords implements Records {

    private static final List<String> COLUMNS = List.of("sys_id", "number");

    private final Instance instance;

    TableRecords(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<Sample> sample(String table, Set<String> columns) {
        var name = "Reading " + table;
        return checked(
                name,
                table,
                columns,
                () -> instance.few(
                                name,
                                table,
                                columnsAnd(columns),
                                Query.all(),
                                row -> row.values().keySet())
                        .flatMap(rows -> rows.isEmpty()
                                ? instance.shows(name, table).map(shows -> new Sample(0, !shows, Set.of()))
                                : Uni.createFrom().item(sample(rows, columns))));
    }

    private static Sample sample(List<Set<String>> rows, Set<String> asked) {
        var came = rows.stream().flatMap(Set::stream).filter(asked::contains).collect(Collectors.toSet());
        return new Sample(rows.size(), false, came);
    }

    @Override
    public Uni<Written<Stored>> create(String table, Map<String, String> values) {
        var name = "Creating a record of " + table;
        return checked(
                name,
                table,
                values.keySet(),
                () -> instance.insert(name, table, values, columnsAnd(values.keySet()), row -> written(values, row)));
    }

    @Override
    public Uni<Written<Stored>> change(String table, SysId sysId, Map<String, String> values) {
        var name = "Changing a record of " + table;
        return checked(
                name,
                table,
                values.keySet(),
                () -> instance.change(
                        name, table, sysId, values, columnsAnd(values.keySet()), row -> written(values, row)));
    }

    @Override
    public Uni<Optional<Stored>> read(String table, SysId sysId) {
        var name = "Reading a record of " + table;
        return checked(name, table, Set.of(), () -> instance.read(name, table, sysId, COLUMNS, TableRecords::stored));
    }

    @Override
    public Multi<Map<String, String>> matching(String table, Set<String> columns, Query query) {
        var name = "Reading " + table;
        return isNamed(table, columns)
                ? instance.all(name, table, columnsAnd(columns), query, Row::values)
                : Multi.createFrom().failure(unnamed(name));
    }

    @Override
    public Uni<Optional<Stored>> findByCorrelationId(String table, String correlationId) {
        var name = "Finding a record of " + table;
        return checked(
                name,
                table,
                Set.of(),
                () -> instance.few(
                                name,
                                table,
                                columnsAnd(Set.of("correlation_id")),
                                Query.where("correlation_id", correlationId),
                                row -> row)
                        // An instance that has no such column ignores the condition, and answers with other records.
                        .map(rows -> rows.stream()
                                .filter(row -> row.text("correlation_id").equals(correlationId))
                                .map(TableRecords::stored)
                                .findFirst()));
    }

    @Override
    public Uni<String> journal(String table, SysId sysId, String column) {
        var name = "Reading a journal of " + table;
        return checked(
                name,
                table,
                Set.of(column),
                () -> instance.view(name, table, sysId, List.of(column), row -> row.text(column))
                        .map(text -> text.orElse("")));
    }

    @Override
    public Uni<Void> delete(String table, SysId sysId) {
        var name = "Deleting a record of " + table;
        return checked(name, table, Set.of(), () -> instance.delete(name, table, sysId));
    }

    private static <T> Uni<T> checked(String name, String table, Collection<String> columns, Supplier<Uni<T>> call) {
        return isNamed(table, columns) ? call.get() : Uni.createFrom().failure(unnamed(name));
    }

    private static boolean isNamed(String table, Collection<String> columns) {
        return Literal.isName(table) && columns.stream().allMatch(Literal::isName);
    }

    private static Rejected unnamed(String name) {
        return new Rejected(name + " needs names of a table and of columns", "", Effect.NONE);
    }

    private static Set<String> columnsAnd(Set<String> columns) {
        var all = new TreeSet<>(COLUMNS);
        all.addAll(columns);
        return all;
    }

    private static Written<Stored> written(Map<String, String> sent, Row row) {
        return new Written<>(stored(row), Difference.between(sent, row));
    }

    private static Stored stored(Row row) {
        return new Stored(row.sysId(), row.text("number"));
    }
}
