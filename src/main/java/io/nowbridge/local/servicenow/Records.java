package io.nowbridge.local.servicenow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of all tables, in the order they were made.
 *
 * <p>Used from one event loop only: that is what makes looking for a key and inserting it one step.
 */
final class Records {

    private final Schema schema;
    private final Runnable changed;
    private final Map<String, Map<String, Row>> tables = new HashMap<>();
    private final Map<String, Map<String, List<Row>>> indexes = new HashMap<>();
    private final Map<String, Integer> counters = new HashMap<>();

    Records(Schema schema, Runnable changed) {
        this.schema = schema;
        this.changed = changed;
    }

    /** All rows of the table and of those that extend it. */
    Stream<Row> all(String table) {
        return schema.family(table).stream().flatMap(member -> rows(member.name()).values().stream());
    }

    Optional<Row> find(String table, String sysId) {
        return schema.family(table).stream()
                .flatMap(member -> Stream.ofNullable(rows(member.name()).get(sysId)))
                .findFirst();
    }

    /** The rows of exactly this table with this value, found through an index that lives until its table changes. */
    List<Row> with(String table, String column, String value) {
        return indexes.computeIfAbsent(table + "/" + column, key -> index(table, column))
                .getOrDefault(value, List.of());
    }

    void put(Row row) {
        rows(row.table()).put(row.sysId(), row);
        touch(row.table());
    }

    void remove(Row row) {
        rows(row.table()).remove(row.sysId());
        touch(row.table());
    }

    void clear() {
        tables.clear();
        indexes.clear();
        counters.clear();
        changed.run();
    }

    /** The next number with this prefix; numbers that were taken for a refused insert stay unused, as in the real one. */
    String nextNumber(String prefix) {
        var next = counters.merge(prefix, 1, Integer::sum);
        changed.run();
        return "%s%07d".formatted(prefix, next);
    }

    void countFrom(String prefix, int last) {
        counters.put(prefix, last);
    }

    Map<String, Integer> counters() {
        return Map.copyOf(counters);
    }

    /** A copy that later changes leave alone. */
    Map<String, List<Row>> copy() {
        var copy = new LinkedHashMap<String, List<Row>>();
        tables.forEach((name, rows) -> copy.put(name, List.copyOf(rows.values())));
        return copy;
    }

    private Map<String, Row> rows(String table) {
        return tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }

    private Map<String, List<Row>> index(String table, String column) {
        var index = new HashMap<String, List<Row>>();
        rows(table)
                .values()
                .forEach(row -> index.computeIfAbsent(row.value(column), value -> new ArrayList<>())
                        .add(row));
        return index;
    }

    private void touch(String table) {
        indexes.keySet().removeIf(key -> key.startsWith(table + "/"));
        changed.run();
    }
}
