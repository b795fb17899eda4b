package io.nowbridge.template;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import io.nowbridge.connection.ConnectionId;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Need;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What people say about a template.
 *
 * @param options every option of the kind, in its one spelling
 */
public record TemplateForm(
        TemplateKind kind,
        String name,
        ConnectionId desk,
        ConnectionId distributor,
        Schedule schedule,
        Mappings mappings,
        SortedMap<String, String> options) {

    public TemplateForm {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    private record Place(String table, Need.Access access) {}

    /** With the tables that a desk of this type usually has, where none was named. */
    TemplateForm completedFor(SystemType type) {
        var tables = kind.sheet().tables(mappings, type);
        return new TemplateForm(kind, name, desk, distributor, schedule, mappings.withTables(tables), options);
    }

    /** What it needs of its desk. */
    List<Need> needs() {
        return kind.sheet().fields().stream()
                .filter(field -> mappings.column(field.name()).isPresent()
                        && mappings.table(field.part()).isPresent())
                .collect(groupingBy(
                        field -> new Place(mappings.table(field.part()).orElseThrow(), field.access()),
                        mapping(field -> mappings.column(field.name()).orElseThrow(), toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(place ->
                        new Need(name, place.getKey().table(), place.getKey().access(), place.getValue()))
                .toList();
    }

    /** Whether both do the same between the same two systems. */
    boolean hasTheTaskOf(TemplateForm other) {
        return kind == other.kind && desk.equals(other.desk) && distributor.equals(other.distributor);
    }

    /** Everything it says as text, by path; for comparing. */
    SortedMap<String, String> texts() {
        var texts = new TreeMap<String, String>();
        texts.put("name", name);
        texts.put("schedule", schedule.words());
        mappings.tables().forEach((part, table) -> texts.put("mappings.tables." + part, table));
        mappings.fields().forEach((field, column) -> texts.put("mappings.fields." + field, column));
        mappings.values()
                .forEach((map, values) ->
                        values.forEach((key, value) -> texts.put("mappings." + map + "." + key, value)));
        options.forEach((option, value) -> texts.put("options." + option, value));
        return texts;
    }
}
