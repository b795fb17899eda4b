package io.nowbridge.template;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is called how at the desk.
 *
 * @param tables the table of each part
 * @param fields the column of each field
 * @param values the desk's values for the distributor's, by the name of the value map: {@code statuses}
 */
public record Mappings(
        SortedMap<String, String> tables,
        SortedMap<String, String> fields,
        SortedMap<String, SortedMap<String, String>> values) {

    public Mappings {
        tables = sorted(tables);
        fields = sorted(fields);
        values = sorted(values.entrySet().stream()
                .filter(map -> !map.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, map -> sorted(map.getValue()))));
    }

    public Optional<String> table(String part) {
        return Optional.ofNullable(tables.get(part));
    }

    public Optional<String> column(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** A value map; empty where nothing is mapped. */
    public SortedMap<String, String> values(String map) {
        return values.getOrDefault(map, Collections.emptySortedMap());
    }

    Mappings withTables(Map<String, String> all) {
        return new Mappings(sorted(all), fields, values);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
