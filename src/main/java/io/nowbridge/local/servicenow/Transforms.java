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
            var before = existing(target, fields, staged);
            var after = before.map(row -> writer.update(row, values(fields, staged), request))
                    .orElseGet(() -> writer.insert(target, values(fields, staged), request));
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

    // A row whose coalesce fields all agree is updated in place of a second one being made.
    private Optional<Row> existing(Table target, List<Row> fields, Row staged) {
        var keys = fields.stream().filter(field -> field.is("coalesce")).toList();
        // An empty key names nobody.
        return keys.isEmpty()
                        || keys.stream()
                                .anyMatch(key ->
                                        staged.value(key.value("source_field")).isEmpty())
                ? Optional.empty()
                : instance.records()
                        .all(target.name())
                        .filter(row -> keys.stream()
                                .allMatch(key -> row.value(key.value("target_field"))
                                        .equals(staged.value(key.value("source_field")))))
                        .findFirst();
    }

    // What came empty, or not at all, leaves the target as it is: "Copy empty fields" is off.
    private static Map<String, Object> values(List<Row> fields, Row staged) {
        var values = new LinkedHashMap<String, Object>();
        fields.stream()
                .filter(field -> !staged.value(field.value("source_field")).isEmpty())
                .forEach(field -> values.put(field.value("target_field"), staged.value(field.value("source_field"))));
        return values;
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
