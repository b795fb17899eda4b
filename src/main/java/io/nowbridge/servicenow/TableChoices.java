package io.nowbridge.servicenow;

import static java.util.stream.Collectors.toMap;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Choices as rows of the {@code sys_choice} table. */
final class TableChoices implements Choices {

    private static final List<String> COLUMNS =
            List.of("sys_id", "name", "element", "value", "label", "dependent_value", "inactive");

    // Those of the standard product that extend task; an instance's own tables keep their choices to themselves.
    private static final Set<String> TASKS = Set.of(
            "incident",
            "incident_task",
            "problem",
            "problem_task",
            "change_request",
            "change_task",
            "sc_request",
            "sc_req_item",
            "sc_task");

    private final Instance instance;

    TableChoices(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Uni<Map<String, List<Choice>>> of(String table, Set<String> columns) {
        if (!Literal.isName(table) || columns.isEmpty() || !columns.stream().allMatch(Literal::isName)) {
            return Uni.createFrom()
                    .failure(
                            new Rejected("Listing choices needs the names of a table and of columns", "", Effect.NONE));
        }
        var owners = TASKS.contains(table) ? List.of(table, "task") : List.of(table);
        // Inactive ones are asked for as well: a table whose own are all inactive does not fall back on its parent's.
        var query = Query.where("name")
                .isOneOf(owners)
                .and("element")
                .isOneOf(List.copyOf(new TreeSet<>(columns)))
                .and("language", "en")
                .orderBy("sequence");
        return instance.all("Listing choices", "sys_choice", COLUMNS, query, row -> row)
                .collect()
                .asList()
                .map(rows -> columns.stream()
                        .collect(toMap(Function.identity(), column -> ofNearest(owners, column, rows))));
    }

    // The first owner that has any, since its own set replaces the inherited one as a whole.
    private static List<Choice> ofNearest(List<String> owners, String column, List<Row> rows) {
        return owners.stream()
                .map(owner -> rows.stream()
                        .filter(row -> row.text("name").equals(owner)
                                && row.text("element").equals(column))
                        .toList())
                .filter(own -> !own.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .filter(row -> !row.text("inactive").equals("true"))
                .map(row -> new Choice(row.text("value"), row.text("label"), row.text("dependent_value")))
                .toList();
    }
}
