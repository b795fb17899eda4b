package io.nowbridge.template;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.SystemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a kind of template can be told: one table per kind, which forms, checks and runs read alike.
 *
 * @param shortestInterval the least time between two runs
 */
public record Sheet(
        Duration shortestInterval,
        List<Part> parts,
        List<Field> fields,
        List<ValueMap> valueMaps,
        List<Option<?>> options) {

    public Sheet {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
        valueMaps = List.copyOf(valueMaps);
        options = List.copyOf(options);
    }

    public Optional<Option<?>> option(String name) {
        return options.stream().filter(option -> option.name().equals(name)).findFirst();
    }

    /** The options as chosen, and as they are preset where nobody chose. */
    public SortedMap<String, String> completed(Map<String, String> chosen) {
        var all = new TreeMap<String, String>();
        options.forEach(option -> all.put(option.name(), option.presetSpelling()));
        all.putAll(chosen);
        return all;
    }

    /** What is wrong with a schedule for this kind of template. */
    public Optional<Misfit> misfit(Schedule schedule) {
        return schedule.shortestInterval().compareTo(shortestInterval) < 0
                ? Optional.of(new Misfit(
                        "schedule", "runs more often than every " + shortestInterval.toMinutes() + " minutes"))
                : Optional.empty();
    }

    /** What in the mappings this kind of template has no use for, or is of no possible shape. */
    public List<Misfit> misfits(Mappings mappings) {
        return SheetFit.misfits(mappings, this);
    }

    /** The tables as mapped, and the usual ones of such a desk where nothing is. */
    SortedMap<String, String> tables(Mappings mappings, SystemType desk) {
        var all = new TreeMap<String, String>();
        parts.forEach(part -> mappings.table(part.name())
                .or(() -> Optional.ofNullable(part.tables().get(desk)))
                .ifPresent(table -> all.put(part.name(), table)));
        return all;
    }

    /** What must be mapped before a template can run, and is not. */
    List<Obstacle> unmapped(Mappings mappings, Map<String, String> options) {
        var missingTables = parts.stream()
                .filter(part -> mappings.table(part.name()).isEmpty() && isNeeded(part, mappings, options))
                .map(part -> "mappings.tables." + part.name());
        var missingFields = fields.stream()
                .filter(field -> field.isRequired(options)
                        && mappings.column(field.name()).isEmpty())
                .map(field -> "mappings.fields." + field.name());
        var missingValues = valueMaps.stream()
                .flatMap(map -> map.required().stream()
                        .filter(key -> !mappings.values(map.name()).containsKey(key))
                        .map(key -> "mappings." + map.name() + "." + key));
        return Stream.of(missingTables, missingFields, missingValues)
                .flatMap(missing -> missing)
                .map(path -> new Obstacle(path, "is not mapped", WhoCanFix.ADMINISTRATOR))
                .toList();
    }

    private boolean isNeeded(Part part, Mappings mappings, Map<String, String> options) {
        return fields.stream()
                .filter(field -> field.part().equals(part.name()))
                .anyMatch(field -> field.isRequired(options)
                        || mappings.column(field.name()).isPresent());
    }
}
