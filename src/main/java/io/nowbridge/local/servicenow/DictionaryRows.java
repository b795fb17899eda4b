package io.nowbridge.local.servicenow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the instance says about its own tables: the rows of {@code sys_db_object} and {@code sys_dictionary}. */
final class DictionaryRows {

    private DictionaryRows() {}

    static Map<String, List<Map<String, String>>> of(Schema schema) {
        var tables = new ArrayList<Map<String, String>>();
        var columns = new ArrayList<Map<String, String>>();
        for (var table : schema.tables()) {
            tables.add(Map.of(
                    "name", table.name(),
                    "label", table.label(),
                    "sys_name", table.label(),
                    "super_class",
                            table.parent()
                                    .flatMap(schema::find)
                                    .map(Table::label)
                                    .orElse("")));
            var inherited =
                    table.parent().flatMap(schema::find).map(Table::columns).orElse(Map.of());
            // A column is described where it is declared: an inherited one in the parent, unless it differs here.
            table.columns().values().stream()
                    .filter(column -> !column.equals(inherited.get(column.name())))
                    .forEach(column -> columns.add(row(table, column)));
        }
        var rows = new LinkedHashMap<String, List<Map<String, String>>>();
        rows.put("sys_db_object", tables);
        rows.put("sys_dictionary", columns);
        return rows;
    }

    private static Map<String, String> row(Table table, Column column) {
        var row = new LinkedHashMap<String, String>();
        row.put("name", table.name());
        row.put("element", column.name());
        row.put("column_label", column.label());
        row.put("internal_type", column.type().wireName());
        row.put("max_length", String.valueOf(column.maxLength()));
        row.put("reference", column.reference().orElse(""));
        row.put("choice", column.choice() ? "3" : "0");
        row.put("default_value", column.initial());
        row.put("mandatory", String.valueOf(column.mandatory()));
        row.put("read_only", String.valueOf(column.readOnly()));
        return row;
    }
}
