package io.nowbridge.connector.servicenow.product;

import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.SysId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for many records of a table by the value of one column, a hundred in each query. */
final class Lookup {

    static final String KEY = "sys_id";

    private static final int EACH = 100;

    // Others may have the same part number; an instance that ignores the condition would send its whole table.
    private static final int MOST_ROWS = 1000;

    private Lookup() {}

    static List<Operation> of(String table, Set<String> columns, String by, Collection<String> values) {
        var asked = new TreeSet<>(columns);
        asked.add(by);
        var usable = List.copyOf(new TreeSet<>(
                values.stream().map(String::strip).filter(Query::takes).toList()));
        return IntStream.iterate(0, from -> from < usable.size(), from -> from + EACH)
                .mapToObj(from -> usable.subList(from, Math.min(from + EACH, usable.size())))
                .<Operation>map(some -> new Operation.Find(table, asked, query(by, some), MOST_ROWS))
                .toList();
    }

    /** The row that is the record itself, else the first {@link #others other}. */
    static Optional<Map<String, String>> match(
            Collection<Map<String, String>> rows, SysId ours, Map<String, String> key) {
        return own(rows, ours).or(() -> others(rows, key).findFirst());
    }

    static Optional<Map<String, String>> own(Collection<Map<String, String>> rows, SysId ours) {
        return rows.stream().filter(row -> id(row).equals(Optional.of(ours))).findFirst();
    }

    /** Those that have all these values and were made for no SKU, by their ids; conditions may have been ignored. */
    static Stream<Map<String, String>> others(Collection<Map<String, String>> rows, Map<String, String> key) {
        return rows.stream()
                .filter(row -> id(row).filter(id -> !DerivedIds.isModel(id)).isPresent() && has(row, key))
                .sorted(Comparator.comparing(row -> text(row, KEY)));
    }

    static Optional<SysId> id(Map<String, String> row) {
        return reference(row, KEY);
    }

    /** The record that a column refers to. */
    static Optional<SysId> reference(Map<String, String> row, String column) {
        return Optional.of(text(row, column)).filter(SysId::isSysId).map(SysId::new);
    }

    static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static boolean has(Map<String, String> row, Map<String, String> key) {
        return key.entrySet().stream()
                .allMatch(part ->
                        DerivedIds.normalised(text(row, part.getKey())).equals(DerivedIds.normalised(part.getValue())));
    }

    // There is no escape for a comma in a list.
    private static Query query(String by, List<String> values) {
        var listed = new ArrayList<String>();
        var single = new ArrayList<String>();
        values.forEach(value -> (value.contains(",") ? single : listed).add(value));
        var query = listed.isEmpty()
                ? Query.where(by, single.removeFirst())
                : Query.where(by).isOneOf(listed);
        for (var value : single) {
            query = query.or(by, value);
        }
        return query;
    }
}
