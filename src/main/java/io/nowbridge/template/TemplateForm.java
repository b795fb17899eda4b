package io.nowbridge.template;

import io.nowbridge.connection.ConnectionId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    TemplateForm withTables(Map<String, String> tables) {
        return new TemplateForm(kind, name, desk, distributor, schedule, mappings.withTables(tables), options);
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
