package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** {@code /api/now/import/{staging}}: rows put into a staging table, from which transform maps make records. */
final class ImportSetApi implements Api {

    private static final String STAGING_ROW = "sys_import_set_row";

    private final Instance instance;
    private final RecordWriter writer;
    private final Transforms transforms;
    private final Executor later;

    ImportSetApi(Instance instance, RecordWriter writer, Executor later) {
        this.instance = instance;
        this.writer = writer;
        this.transforms = new Transforms(instance, writer);
        this.later = later;
    }

    @Override
    public Answer answer(Request request) {
        if (request.segments().isEmpty() || request.segments().size() > 2) {
            throw Refusal.unknownUri();
        }
        ContentRules.check(request.call());
        var staging = staging(request.segments().getFirst());
        var second = request.segments().size() == 2 ? request.segments().getLast() : "";
        return switch (request.call().verb()) {
            case "GET" -> read(request, staging, second);
            case "POST" ->
                second.equals("insertMultiple") ? insertMultiple(request, staging) : insert(request, staging);
            default -> throw ContentRules.methodNotAllowed(request.call());
        };
    }

    private Table staging(String name) {
        var table = instance.schema().table(name);
        if (!table.isA(STAGING_ROW)) {
            throw Refusal.invalidTable(name);
        }
        return table;
    }

    private Answer insert(Request request, Table staging) {
        var set = importSet(request, staging);
        var results =
                load(request, staging, set, LenientJson.object(request.call().body()));
        // Refused to look at what it just made, the caller is told nothing.
        return results.stream().allMatch(result -> canReadBack(request, result))
                ? Answer.json(201, body(set, staging, results))
                : Answer.empty(201);
    }

    private boolean canReadBack(Request request, JsonObject result) {
        return instance.records()
                .find(result.getString("table", ""), result.getString("sys_id", ""))
                .map(row -> instance.access().canReadBack(request.caller(), row, instance.matcher(request)))
                .orElse(true);
    }

    private Answer read(Request request, Table staging, String sysId) {
        var row = instance.records().find(staging.name(), sysId).orElseThrow(Refusal::noRecord);
        var set = instance.records()
                .find("sys_import_set", row.value("sys_import_set"))
                .orElseThrow(Refusal::noRecord);
        return Answer.json(200, body(set, staging, transforms.recall(request, row)));
    }

    // Answered at once, loaded afterwards; keys are the labels of columns, or their names.
    private Answer insertMultiple(Request request, Table staging) {
        var rows = LenientJson.objects(
                new JsonObject(LenientJson.object(request.call().body())), "records");
        var set = importSet(request, staging);
        var multi = instance.sysIds().next();
        later.execute(() -> rows.forEach(row -> load(request, staging, set, byName(staging, row.getMap()))));
        return Answer.json(
                201, new JsonObject().put("import_set_id", set.sysId()).put("multi_import_set_id", multi));
    }

    private Row importSet(Request request, Table staging) {
        return writer.insert(
                instance.schema().table("sys_import_set"),
                Map.of("table_name", staging.name(), "mode", "synchronous"),
                request);
    }

    private List<JsonObject> load(Request request, Table staging, Row set, Map<String, Object> sent) {
        var values = new LinkedHashMap<>(sent);
        values.put("sys_import_set", set.sysId());
        return transforms.run(request, writer.insert(staging, values, request));
    }

    private static Map<String, Object> byName(Table staging, Map<String, Object> sent) {
        var named = new LinkedHashMap<String, Object>();
        sent.forEach((key, value) -> staging.columns().values().stream()
                .filter(column -> column.label().equals(key) || column.name().equals(key))
                .forEach(column -> named.put(column.name(), value)));
        return named;
    }

    // The one API without a "result" around everything.
    private static JsonObject body(Row set, Table staging, List<JsonObject> results) {
        return new JsonObject()
                .put("import_set", set.value("number"))
                .put("staging_table", staging.name())
                .put("result", new JsonArray(results));
    }
}
