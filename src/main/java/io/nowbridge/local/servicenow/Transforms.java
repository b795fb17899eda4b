package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Carries staged rows over into their target tables, as the rows of {@code sys_transform_map} say. */
final class Transforms {

    private final Instance instance;
    private final RecordWriter writer;

    Transforms(Instance instance, RecordWriter writer) {
        this.instance = instance;
        this.writer = writer;
    }

    /** Runs every map of the row's table; an import that fails says so in its entry and not by the status. */
    List<JsonObject> run(Request request, Row staged) {
        return maps(staged).map(map -> run(request, staged, map)).toList();
    }

    /** What became of a row that was imported before. */
    List<JsonObject> recall(Request request, Row staged) {
        return maps(staged)
                .map(map -> instance.records()
                        .find(map.value("target_table"), staged.value("sys_target_sys_id"))
                        .map(target -> entry(request, map, target, staged.value("sys_import_state")))
                        .orElseGet(() -> failure(map, staged.value("sys_import_state_comment"))))
                .toList();
    }

    private Stream<Row> maps(Row staged) {
        return instance.records().with("sys_transform_map", "source_table", staged.table()).stream()
                .filter(map -> map.is("active"));
    }

    private JsonObject run(Request request, Row staged, Row map) {
        try {
            var target = instance.schema().table(map.value("target_table"));
            var fields = instance.records().with("sys_transform_entry", "map", map.sysId());
            var values = values(target, fields, staged, request);
            var before = existing(target, fields, values);
            var after = before.map(row -> writer.update(row, values, request))
                    .orElseGet(() -> writer.insert(target, values, request));
            var status = before.isEmpty() ? "inserted" : before.get().equals(after) ? "ignored" : "updated";
            instance.records()
                    .put(staged.with(Map.of(
                            "sys_import_state", status,
                            "sys_target_table", target.name(),
                            "sys_target_sys_id", after.sysId())));
            return entry(request, map, after, status);
        } catch (Refusal refusal) {
            var message = refusal.reason();
            instance.records()
                    .put(staged.with(Map.of("sys_import_state", "error", "sys_import_state_comment", message)));
            return failure(map, message);
        }
    }

    // A row whose coalesce fields all agree is updated in place of a second one being made; an empty key names nobody.
    private Optional<Row> existing(Table target, List<Row> fields, Map<String, Object> values) {
        var keys = fields.stream()
                .filter(field -> field.is("coalesce"))
                .map(field -> field.value("target_field"))
                .toList();
        return keys.isEmpty() || !values.keySet().containsAll(keys)
                ? Optional.empty()
                : instance.records()
                        .called(target.name(), keys.getFirst(), String.valueOf(values.get(keys.getFirst())))
                        .filter(row ->
                                keys.stream().allMatch(key -> row.value(key).equals(values.get(key))))
                        .findFirst();
    }

    // What came empty, or not at all, leaves the target as it is: "Copy empty fields" is off.
    private Map<String, Object> values(Table target, List<Row> fields, Row staged, Request request) {
        var values = new LinkedHashMap<String, Object>();
        fields.stream()
                .filter(field -> !staged.value(field.value("source_field")).isEmpty())
                .forEach(field -> values.put(
                        field.value("target_field"),
                        stored(target, field, staged.value(field.value("source_field")), request)));
        return values;
    }

    // A reference may be given by a column of what it refers to, which is created if the entry says so.
    private String stored(Table target, Row field, String value, Request request) {
        var by = field.value("reference_value_field");
        return target.column(field.value("target_field"))
                .flatMap(Column::reference)
                .filter(table -> !by.isEmpty())
                .map(table -> instance.records()
                        .called(table, by, value)
                        .findFirst()
                        .or(() -> Optional.of(field)
                                .filter(entry -> entry.value("choice_action").equals("create"))
                                .map(entry -> writer.insert(
                                        instance.schema().table(table), Map.<String, Object>of(by, value), request)))
                        .map(Row::sysId)
                        .orElse(""))
                .orElse(value);
    }

    private JsonObject entry(Request request, Row map, Row target, String status) {
        return new JsonObject()
                .put("transform_map", map.value("name"))
                .put("table", target.table())
                .put("display_name", instance.schema().table(target.table()).display())
                .put("display_value", instance.display().of(target))
                .put("record_link", instance.apiAddress(request) + "table/" + target.table() + "/" + target.sysId())
                .put("status", status)
                .put("sys_id", target.sysId());
    }

    private static JsonObject failure(Row map, String message) {
        return new JsonObject()
                .put("transform_map", map.value("name"))
                .put("status", "error")
                .put("error_message", message)
                .put("status_message", "failure");
    }
}
