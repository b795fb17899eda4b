package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tasks as rows of their table. */
final class TableTasks implements Tasks {

    private final Instance instance;
    private final URI address;
    private final TaskTable table;

    TableTasks(Instance instance, URI address, TaskTable table) {
        this.instance = instance;
        this.address = address;
        this.table = table;
    }

    @Override
    public Uni<Written<Task>> open(TaskDraft draft) {
        var values = TaskRow.of(table, draft);
        return checked(
                "Opening " + table.one(),
                values.keySet(),
                name -> instance.insert(
                        name,
                        table.tableName(),
                        values,
                        TaskRow.columnsAnd(table, values.keySet()),
                        row -> written(values, row)));
    }

    @Override
    public Uni<Optional<Task>> read(SysId sysId) {
        return instance.read("Reading " + table.one(), table.tableName(), sysId, TaskRow.columns(table), this::task);
    }

    @Override
    public Uni<Optional<Task>> findByNumber(String number) {
        var wanted = number.strip();
        if (!Literal.isValue(wanted)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return instance.few(
                        "Finding " + table.one(),
                        table.tableName(),
                        TaskRow.columns(table),
                        Query.where("number", wanted),
                        this::task)
                .map(found -> found.stream()
                        .filter(task -> task.number().equalsIgnoreCase(wanted))
                        .findFirst());
    }

    @Override
    public Uni<Optional<Task>> findByCorrelationId(String correlationId) {
        var name = "Finding " + table.one() + " by its correlation id";
        if (!Literal.isValue(correlationId)) {
            return Uni.createFrom().failure(new Rejected(name + " needs one that a query can carry", "", Effect.NONE));
        }
        var query = Query.where("correlation_id", correlationId).orderBy("sys_created_on");
        return instance.few(
                        name, table.tableName(), TaskRow.columns(table), query, row -> bearer(name, row, correlationId))
                .map(found -> found.stream().flatMap(Optional::stream).findFirst());
    }

    @Override
    public Uni<Boolean> visible() {
        return instance.shows("Reading " + table.many(), table.tableName());
    }

    @Override
    public Uni<String> journal(SysId sysId, String column) {
        return checked(
                        "Reading the journal of " + table.one(),
                        List.of(column),
                        name -> instance.view(name, table.tableName(), sysId, List.of(column), row -> row.text(column)))
                .map(text -> text.orElse(""));
    }

    @Override
    public Uni<Written<Task>> update(SysId sysId, Map<String, String> changes) {
        var values = Map.copyOf(changes);
        return checked(
                "Updating " + table.one(),
                values.keySet(),
                name -> instance.change(
                        name,
                        table.tableName(),
                        sysId,
                        values,
                        TaskRow.columnsAnd(table, values.keySet()),
                        row -> written(values, row)));
    }

    @Override
    public Multi<Task> query(Query query) {
        return instance.all("Listing " + table.many(), table.tableName(), TaskRow.columns(table), query, this::task);
    }

    // "There is none" invites a second task, so it is not concluded from rows that leave it open.
    private Optional<Task> bearer(String name, Row row, String correlationId) {
        var found = row.text("correlation_id");
        if (found.isEmpty()) {
            throw new Forbidden(name + " came back without that column", "", Effect.NONE);
        }
        // The database compares without regard to case, so somebody else's may come along.
        if (!found.equalsIgnoreCase(correlationId)) {
            throw new IllegalArgumentException(table.many() + " of other correlation ids");
        }
        return found.equals(correlationId) ? Optional.of(task(row)) : Optional.empty();
    }

    private static <T> Uni<T> checked(String name, Collection<String> columns, Function<String, Uni<T>> write) {
        return columns.stream().allMatch(Literal::isName)
                ? write.apply(name)
                : Uni.createFrom().failure(new Rejected(name + " needs names of columns", "", Effect.NONE));
    }

    private Written<Task> written(Map<String, String> sent, Row stored) {
        return new Written<>(task(stored), Difference.between(sent, stored));
    }

    private Task task(Row row) {
        return TaskRow.task(table, row, address);
    }
}
