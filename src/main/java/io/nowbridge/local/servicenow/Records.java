package io.nowbridge.local.servicenow;

import java.util.Collection;
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
    private final Map<String, Map<String, ColumnIndex>> indexes = new HashMap<>();
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

    /** The rows of exactly this table with this value, found through an index. */
    List<Row> with(String table, String column, String value) {
        return index(table, column).rows(value).stream()
                .filter(row -> row.value(column).equals(value))
                .toList();
    }

    /** The rows of the table, and of those that extend it, with this value in any case, found through an index. */
    Stream<Row> called(String table, String column, String value) {
        return schema.family(table).stream().flatMap(member -> index(member.name(), column).rows(value).stream());
    }

    void put(Row row) {
        var before = Optional.ofNullable(rows(row.table()).put(row.sysId(), row));
        indexesOf(row.table()).forEach(index -> {
            before.ifPresent(old -> index.leave(old, row));
            index.add(row);
        });
        changed.run();
    }

    void remove(Row row) {
        Optional.ofNullable(rows(row.table()).remove(row.sysId()))
                .ifPresent(gone -> indexesOf(row.table()).forEach(index -> index.remove(gone)));
        changed.run();
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

    private ColumnIndex index(String table, String column) {
        return indexes.computeIfAbsent(table, name -> new HashMap<>()).computeIfAbsent(column, name -> {
            var index = new ColumnIndex(column);
            rows(table).values().forEach(index::add);
            return index;
        });
    }

    private Collection<ColumnIndex> indexesOf(String table) {
        return indexes.getOrDefault(table, Map.of()).values();
    }
}
