package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** {@code /api/now/stats/{table}}: counts and sums, of all rows or by group. */
final class AggregateApi implements Api {

    private final Instance instance;
    private final ListQueries queries;

    AggregateApi(Instance instance, ListQueries queries) {
        this.instance = instance;
        this.queries = queries;
    }

    @Override
    public Answer answer(Request request) {
        if (request.segments().size() != 1) {
            throw Refusal.unknownUri();
        }
        if (!request.call().isRead()) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        ContentRules.check(request.call());
        var table = instance.schema().table(request.segments().getFirst());
        if (!instance.access().canRead(request.caller(), table)) {
            throw Refusal.of(
                    403, "Insufficient rights to query records", "No permission to read table '" + table.name() + "'");
        }
        var statistics = Statistics.of(request.call(), instance.walk());
        var rows = queries.rows(request, table, instance.matcher(request));
        var groupBy = names(request.call(), "sysparm_group_by").stream()
                .filter(name -> instance.walk().column(table, name).isPresent())
                .toList();
        return groupBy.isEmpty()
                ? Answer.result(200, new JsonObject().put("stats", statistics.of(rows)))
                : Answer.result(200, grouped(request, table, statistics, rows, groupBy));
    }

    static List<String> names(Call call, String parameter) {
        return call.parameter(parameter).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private JsonArray grouped(
            Request request, Table table, Statistics statistics, List<Row> rows, List<String> groupBy) {
        var groups = new LinkedHashMap<List<String>, List<Row>>();
        rows.forEach(row -> groups.computeIfAbsent(
                        groupBy.stream()
                                .map(name -> instance.walk().value(row, name))
                                .toList(),
                        values -> new ArrayList<>())
                .add(row));
        var having = Having.parse(request.call().parameter("sysparm_having").orElse(""));
        var kept = groups.values().stream().filter(group -> having.allows(statistics, group));
        var text = new RowText(instance.schema(), instance.walk(), instance.display());
        var json = new JsonArray();
        GroupOrder.of(request.call())
                .sorted(kept, statistics, text)
                .forEach(group -> json.add(new JsonObject()
                        .put("stats", statistics.of(group))
                        .put("groupby_fields", fields(request, table, group.getFirst(), groupBy))));
        return json;
    }

    private JsonArray fields(Request request, Table table, Row row, List<String> groupBy) {
        var fields = new JsonArray();
        for (var name : groupBy) {
            var field = new JsonObject()
                    .put("field", name)
                    .put("value", instance.walk().value(row, name));
            if (!request.call()
                    .parameter("sysparm_display_value")
                    .orElse("false")
                    .equals("false")) {
                field.put("display_value", shown(request, table, row, name).orElse(""));
            }
            fields.add(field);
        }
        return fields;
    }

    private Optional<String> shown(Request request, Table table, Row row, String name) {
        return instance.walk()
                .column(table, name)
                .flatMap(column -> instance.walk()
                        .holder(row, name)
                        .map(holder -> instance.display()
                                .of(holder, column, request.caller().zone())));
    }
}
