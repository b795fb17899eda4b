package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code /api/now/ui/meta/{table}} and {@code /api/now/doc/table/schema}: what the UI knows about tables. */
final class MetaApi implements Api {

    private final Instance instance;

    MetaApi(Instance instance) {
        this.instance = instance;
    }

    @Override
    public Answer answer(Request request) {
        if (!request.call().isRead()) {
            throw ContentRules.methodNotAllowed(request.call());
        }
        var segments = request.segments();
        if (segments.size() != 2) {
            throw Refusal.unknownUri();
        }
        return switch (segments.getFirst()) {
            case "meta" -> Answer.result(200, columns(instance.schema().table(segments.getLast())));
            case "table" -> Answer.result(200, tables());
            default -> throw Refusal.unknownUri();
        };
    }

    private JsonArray tables() {
        var tables = new JsonArray();
        instance.schema()
                .tables()
                .forEach(table ->
                        tables.add(new JsonObject().put("label", table.label()).put("value", table.name())));
        return tables;
    }

    private JsonObject columns(Table table) {
        var columns = new JsonObject();
        table.columns().values().forEach(column -> columns.put(column.name(), column(table, column)));
        return new JsonObject().put("columns", columns);
    }

    private JsonObject column(Table table, Column column) {
        var json = new JsonObject()
                .put("name", column.name())
                .put("label", column.label())
                .put("type", column.choice() ? "choice" : column.type().wireName())
                .put("max_length", column.maxLength())
                .put("mandatory", column.mandatory())
                .put("read_only", column.readOnly());
        column.reference().ifPresent(target -> json.put("reference", target));
        if (column.choice()) {
            var choices = new JsonArray();
            instance.choices()
                    .options(table, column.name())
                    .forEach(option -> choices.add(
                            new JsonObject().put("value", option.value("value")).put("label", option.value("label"))));
            json.put("choices", choices);
        }
        return json;
    }
}
