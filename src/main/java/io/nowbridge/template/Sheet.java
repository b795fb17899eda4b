package io.nowbridge.template;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.Need.Access;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_VALUES = 2_000;

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
        var misfits = new ArrayList<Misfit>();
        var partNames = parts.stream().map(Part::name).toList();
        var fieldNames = fields.stream().map(Field::name).toList();
        misfits.addAll(names("mappings.tables", mappings.tables(), partNames));
        misfits.addAll(names("mappings.fields", mappings.fields(), fieldNames));
        mappings.values().forEach((name, values) -> misfits.addAll(values(name, values)));
        misfits.addAll(shared(mappings));
        return misfits;
    }

    // Each would undo what the other wrote.
    private List<Misfit> shared(Mappings mappings) {
        var takenBy = new HashMap<String, String>();
        return fields.stream()
                .filter(field -> field.access() == Access.WRITE)
                .<Misfit>mapMulti((field, misfits) -> mappings.column(field.name())
                        .ifPresent(column -> {
                            var other = takenBy.putIfAbsent(field.part() + " " + column, field.name());
                            if (other != null) {
                                misfits.accept(new Misfit(
                                        "mappings.fields." + field.name(), "is the column of " + other + " too"));
                            }
                        }))
                .toList();
    }

    private static List<Misfit> names(String path, Map<String, String> given, List<String> known) {
        return given.entrySet().stream()
                .<Misfit>mapMulti((name, misfits) -> {
                    var at = path + "." + name.getKey();
                    if (!known.contains(name.getKey())) {
                        misfits.accept(new Misfit(at, "is not one of: " + String.join(", ", known)));
                    } else if (name.getValue().length() > LONGEST_NAME) {
                        misfits.accept(new Misfit(at, "is longer than " + LONGEST_NAME + " characters"));
                    }
                })
                .toList();
    }

    private List<Misfit> values(String name, Map<String, String> values) {
        var path = "mappings." + name;
        var map = valueMaps.stream().filter(known -> known.name().equals(name)).findFirst();
        if (map.isEmpty()) {
            return List.of(new Misfit(path, "is no mapping of this kind of template"));
        }
        if (values.size() > MOST_VALUES) {
            return List.of(new Misfit(path, "has more than " + MOST_VALUES + " values"));
        }
        return values.entrySet().stream()
                .<Misfit>mapMulti((value, misfits) -> {
                    var at = path + "." + value.getKey();
                    if (!map.get().takes(value.getKey())) {
                        misfits.accept(new Misfit(at, unknown(map.get())));
                    }
                    if (value.getValue().length() > LONGEST_VALUE) {
                        misfits.accept(new Misfit(at, "is longer than " + LONGEST_VALUE + " characters"));
                    }
                })
                .toList();
    }

    private static String unknown(ValueMap map) {
        return map.keys().isEmpty()
                ? "does not have the shape " + map.shape()
                : "is not one of: " + String.join(", ", map.keys());
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
                .filter(part -> mappings.table(part.name()).isEmpty())
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
}
