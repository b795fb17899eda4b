package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The instance on its first day, from JSON.
 *
 * <p>{@code records} maps a table to its rows, in which references may be given by what people call the record;
 * {@code choices} maps {@code table.column} to lines {@code value|Label} or {@code value|Label|dependent value};
 * {@code counters} maps a prefix to the last number used. Tables: see {@link Schema}.
 */
final class Seed {

    private static final String TIME = "2026-01-05 09:00:00";

    private final List<JsonObject> parts;

    private Seed(List<JsonObject> parts) {
        this.parts = parts;
    }

    /** The instance's own seed and, after it, the files of whoever runs it. */
    static Seed read(List<Path> files) {
        return new Seed(Stream.concat(
                        Stream.of("schema.json", "choices.json", "records.json").map(Seed::resource),
                        files.stream().map(Seed::file))
                .map(JsonObject::new)
                .toList());
    }

    Schema schema() {
        return new Schema(parts);
    }

    /** Replaces all records by those of the seed. */
    void plant(Instance instance) {
        instance.records().clear();
        DictionaryRows.of(instance.schema()).forEach((table, rows) -> rows.forEach(row -> plant(instance, table, row)));
        for (var part : parts) {
            for (var entry : part.getJsonObject("counters", new JsonObject())) {
                instance.records().countFrom(entry.getKey(), (Integer) entry.getValue());
            }
            for (var entry : part.getJsonObject("choices", new JsonObject())) {
                plantChoices(instance, entry.getKey(), (JsonArray) entry.getValue());
            }
            for (var entry : part.getJsonObject("records", new JsonObject())) {
                ((JsonArray) entry.getValue())
                        .forEach(row -> plant(instance, entry.getKey(), Settings.texts((JsonObject) row)));
            }
        }
    }

    private static void plantChoices(Instance instance, String tableAndColumn, JsonArray lines) {
        var name = tableAndColumn.split("\\.", 2);
        var sequence = 0;
        for (var line : lines) {
            var parts = ((String) line).split("\\|", -1);
            plant(
                    instance,
                    "sys_choice",
                    Map.of(
                            "name", name[0],
                            "element", name[1],
                            "value", parts[0],
                            "label", parts[1],
                            "dependent_value", parts.length > 2 ? parts[2] : "",
                            "sequence", String.valueOf(sequence++)));
        }
    }

    private static void plant(Instance instance, String tableName, Map<String, String> given) {
        var table = instance.schema().table(tableName);
        var values = new LinkedHashMap<String, String>();
        table.columns().values().stream()
                .filter(column -> !column.initial().isEmpty())
                .forEach(column -> values.put(column.name(), column.initial()));
        table.column("sys_class_name").ifPresent(column -> values.put(column.name(), tableName));
        values.put("sys_created_by", "admin");
        values.put("sys_created_on", given.getOrDefault("opened_at", TIME));
        values.put("sys_mod_count", "0");
        given.forEach((name, value) -> values.put(name, resolved(instance, table, name, value)));
        values.putIfAbsent("sys_id", derived(tableName, given));
        values.putIfAbsent("sys_updated_by", values.getOrDefault("sys_created_by", ""));
        values.putIfAbsent("sys_updated_on", values.getOrDefault("sys_created_on", ""));
        instance.records().put(new Row(tableName, values));
    }

    private static String resolved(Instance instance, Table table, String name, String value) {
        var column = table.column(name)
                .orElseThrow(() -> new IllegalArgumentException("No column " + table.name() + "." + name));
        return column.reference()
                .flatMap(instance.schema()::find)
                .flatMap(target -> instance.display().find(target, value))
                .map(Row::sysId)
                .orElse(value);
    }

    // The same row has the same key on every machine.
    private static String derived(String table, Map<String, String> given) {
        return UUID.nameUUIDFromBytes((table + given).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private static String resource(String name) {
        try (var stream = Optional.ofNullable(Seed.class.getResourceAsStream(name))
                .orElseThrow(() -> new IllegalStateException("The seed " + name + " is missing"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String file(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
