package io.nowbridge.local.servicenow;

import io.nowbridge.local.servicenow.EncodedQuery.Condition;
import io.nowbridge.local.servicenow.EncodedQuery.Group;
import io.nowbridge.local.servicenow.EncodedQuery.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the rows a list request means: by {@code sysparm_query}, or by {@code name=value} pairs. */
final class ListQueries {

    private static final String NO_ROWS = "glide.invalid_query.returns_no_rows";

    private final Instance instance;

    ListQueries(Instance instance) {
        this.instance = instance;
    }

    List<Row> rows(Request request, Table table, QueryMatcher matcher) {
        var call = request.call();
        var query = call.parameter("sysparm_query").map(EncodedQuery::parse).orElseGet(() -> pairs(call, table));
        instance.access().requireQuery(request.caller(), table, query, matcher);
        var invalid = !query.broken().isEmpty()
                || query.conditions().anyMatch(condition -> !matcher.isKnown(table, condition.field()));
        return invalid && instance.properties().flag(NO_ROWS) ? List.of() : matcher.rows(table, query);
    }

    // Each pair is a condition, on the stored value or on what it is called.
    private EncodedQuery pairs(Call call, Table table) {
        var clauses = new ArrayList<List<Term>>();
        call.query().forEach((name, value) -> {
            if (!name.startsWith("sysparm_")) {
                clauses.add(Stream.concat(Stream.of(value), called(table, name, value))
                        .<Term>map(stored -> new Condition(name, Operator.EQUALS, stored))
                        .toList());
            }
        });
        return new EncodedQuery(List.of(new Group(clauses)), List.of(), List.of());
    }

    private Stream<String> called(Table table, String name, String value) {
        var column = instance.walk().column(table, name);
        var choice = column.filter(Column::choice)
                .flatMap(known -> instance.choices().value(table, name, value));
        var reference = column.flatMap(Column::reference)
                .flatMap(instance.schema()::find)
                .flatMap(target -> instance.display().find(target, value))
                .map(Row::sysId);
        return Stream.concat(choice.stream(), reference.stream());
    }
}
