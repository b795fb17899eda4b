package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of the instance.
 *
 * <p>In the first seed, {@code common} lists the columns of every table; in each, {@code tables} maps a name to {@code {"label", "parent", "prefix", "display", "columns"}}; a column is a
 * line {@code name | Label | type} in which the type is {@code string(40)}, {@code reference(sys_user)}, any other
 * ServiceNow type name, followed by the words {@code choice}, {@code mandatory}, {@code readonly} and
 * {@code default=value} (a plus sign for each space) as they apply.
 */
final class Schema {

    private final Map<String, Table> tables = new LinkedHashMap<>();

    private final Map<String, List<Table>> families = new HashMap<>();
    private final List<Column> common;

    Schema(List<JsonObject> seeds) {
        common = columns(seeds.getFirst().getJsonArray("common"));
        for (var seed : seeds) {
            for (var entry : seed.getJsonObject("tables", new JsonObject())) {
                declare(entry.getKey(), (JsonObject) entry.getValue());
            }
        }
    }

    Collection<Table> tables() {
        return tables.values();
    }

    Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The table a caller named; the refusal is the real instance's. */
    Table table(String name) {
        return find(name).orElseThrow(() -> Refusal.invalidTable(name));
    }

    /** The table and all that extend it. */
    List<Table> family(String name) {
        return families.computeIfAbsent(
                name,
                root -> tables.values().stream()
                        .filter(table -> table.isA(root))
                        .toList());
    }

    private void declare(String name, JsonObject json) {
        families.clear();
        var parent = Optional.ofNullable(json.getString("parent")).map(this::table);
        var lineage = new ArrayList<>(List.of(name));
        var columns = new LinkedHashMap<String, Column>();
        parent.ifPresent(table -> {
            lineage.addAll(table.lineage());
            columns.putAll(table.columns());
        });
        // Declared again, a table gains columns: so a further seed may add a custom field.
        find(name).ifPresent(table -> columns.putAll(table.columns()));
        if (columns.isEmpty()) {
            common.forEach(column -> columns.put(column.name(), column));
        }
        columns(json.getJsonArray("columns", new JsonArray())).forEach(column -> columns.put(column.name(), column));
        var known = find(name);
        tables.put(
                name,
                new Table(
                        name,
                        json.getString("label", known.map(Table::label).orElse(name)),
                        known.map(Table::lineage).orElse(lineage),
                        columns,
                        json.getString(
                                "display",
                                known.or(() -> parent).map(Table::display).orElse("sys_id")),
                        Optional.ofNullable(json.getString("prefix")).or(() -> known.flatMap(Table::numberPrefix))));
    }

    private static List<Column> columns(JsonArray lines) {
        return lines.stream().map(line -> ColumnLine.parse((String) line)).toList();
    }
}
