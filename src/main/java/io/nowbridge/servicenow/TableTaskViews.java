package io.nowbridge.servicenow;

import io.nowbridge.servicenow.Instance.Listed;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tasks as rows of whatever table they are in. */
final class TableTaskViews implements TaskViews {

    // Enough for what should be one; an instance that ignores a condition would send its whole table.
    private static final int FEW = 20;

    private final Instance instance;
    private final URI address;
    private final Roll roll;

    TableTaskViews(Instance instance, URI address) {
        this.instance = instance;
        this.address = address;
        this.roll = new Roll(instance, address);
    }

    @Override
    public Optional<Mention> mentioned(String text) {
        return Mention.of(address, text);
    }

    @Override
    public Uni<List<TaskView>> find(String table, Mention mention) {
        var column = mention.sysId().isPresent() ? "sys_id" : "number";
        return list(FEW, "Finding a record of ", table, Query.where(column, mention.name()))
                .map(found -> found.stream().filter(mention::isOf).toList());
    }

    @Override
    public Uni<List<TaskView>> find(String table, Optional<String> text, Set<String> states, int limit) {
        var wanted = text.map(String::strip);
        if (wanted.isPresent() && !Literal.isValue(wanted.get())) {
            return Uni.createFrom().item(List.of());
        }
        var byText = wanted.map(words -> Query.where("number")
                        .contains(words)
                        .or("short_description")
                        .contains(words))
                .orElse(Query.all());
        var codes = states.stream().filter(TableTaskViews::isCode).sorted().toList();
        if (codes.size() < states.size()) {
            return Uni.createFrom().item(List.of());
        }
        var query = codes.isEmpty() ? byText : byText.and("state").isOneOf(codes);
        return list(
                limit,
                "Searching ",
                table,
                query.orderByDescending(ChangeCursor.CHANGED).orderBy("sys_id"));
    }

    // What could be no code is none of a task's.
    private static boolean isCode(String text) {
        return Literal.isValue(text) && !text.contains(",");
    }

    private Uni<List<TaskView>> list(int limit, String doing, String table, Query query) {
        return checked(doing + table, table, Set.of())
                .flatMap(name ->
                        instance.listShown(limit, name, table, TaskViewRow.COLUMNS, query, row -> view(table, row)))
                .map(Listed::rows);
    }

    @Override
    public Uni<RollCall> call(String table, Collection<SysId> tasks) {
        return checked("Reading records of " + table, table, Set.of()).flatMap(name -> roll.call(name, table, tasks));
    }

    @Override
    public Multi<Changed> changedSince(String table, Instant since) {
        return checked("Listing changes of " + table, table, Set.of())
                .onItem()
                .transformToMulti(name -> instance.all(
                        name,
                        table,
                        List.of("sys_id", "sys_class_name", ChangeCursor.CHANGED),
                        ChangeCursor.atStartOf(since),
                        row -> new Changed(TaskViewRow.table(table, row), row.sysId(), ChangeCursor.changedAt(row))));
    }

    @Override
    public Uni<Optional<Written<TaskView>>> change(String table, SysId sysId, Map<String, String> values) {
        return checked("Changing a record of " + table, table, values.keySet())
                .flatMap(name -> instance.changeShown(
                                name,
                                table,
                                sysId,
                                values,
                                TaskViewRow.columnsAnd(values.keySet()),
                                row -> new Written<>(view(table, row), Difference.between(values, row)))
                        .flatMap(written ->
                                written.isPresent() ? Uni.createFrom().item(written) : absent(name, table)));
    }

    // It says the same of a record that this user may not see; one who sees none of the table has lost that right.
    private <T> Uni<Optional<T>> absent(String name, String table) {
        return instance.shows(name, table)
                .flatMap(shows -> shows
                        ? Uni.createFrom().item(Optional.empty())
                        : Uni.createFrom()
                                .failure(new Forbidden(
                                        name + " answered 404", "no record of the table may be read", Effect.NONE)));
    }

    private TaskView view(String table, Row row) {
        return TaskViewRow.view(table, row, address);
    }

    private static Uni<String> checked(String name, String table, Set<String> columns) {
        return Literal.isName(table) && columns.stream().allMatch(Literal::isName)
                ? Uni.createFrom().item(name)
                : Uni.createFrom()
                        .failure(new Rejected(name + " needs names of a table and of columns", "", Effect.NONE));
    }
}
