package io.nowbridge.local.servicenow;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Gives records the shape a request asks for: raw, displayed or both, references with or without their link.
 *
 * <p>All values are strings; an empty one is {@code ""}, never null.
 */
final class ValueShapes {

    private enum Mode {
        RAW,
        DISPLAY,
        BOTH
    }

    private final Instance instance;
    private final Request request;
    private final Mode mode;
    private final boolean withLinks;
    private final Optional<List<String>> fields;

    ValueShapes(Instance instance, Request request) {
        this.instance = instance;
        this.request = request;
        this.mode = switch (request.call().parameter("sysparm_display_value").orElse("false")) {
            case "true" -> Mode.DISPLAY;
            case "all" -> Mode.BOTH;
            default -> Mode.RAW;
        };
        this.withLinks = !request.call().flag("sysparm_exclude_reference_link");
        this.fields = request.call()
                .parameter("sysparm_fields")
                .filter(list -> !list.isBlank())
                .map(list ->
                        Arrays.stream(list.split(",", -1)).map(String::strip).toList());
    }

    /** The record's readable fields, under their (dotted) names; names that mean nothing are left out. */
    JsonObject shape(Table table, Row row) {
        var json = new JsonObject();
        for (var path : paths(table)) {
            instance.walk()
                    .column(table, path)
                    .filter(column -> isReadable(table, path))
                    .ifPresent(column -> {
                        var holder = instance.walk().holder(row, path);
                        json.put(path, holder.map(held -> shape(held, column)).orElseGet(() -> shape("", "")));
                    });
        }
        return json;
    }

    private Collection<String> paths(Table table) {
        return fields.<Collection<String>>map(list -> list)
                .orElse(table.columns().keySet());
    }

    private boolean isReadable(Table table, String path) {
        return instance.access().canReadField(request.caller(), table, path);
    }

    private Object shape(Row row, Column column) {
        var raw = raw(row, column);
        var shown = mode == Mode.RAW
                ? ""
                : instance.display().of(row, column, request.caller().zone());
        return column.type() == Column.Type.REFERENCE && !raw.isEmpty()
                ? reference(column, raw, shown)
                : shape(raw, shown);
    }

    private Object shape(String raw, String shown) {
        return switch (mode) {
            case RAW -> raw;
            case DISPLAY -> shown;
            case BOTH -> new JsonObject().put("display_value", shown).put("value", raw);
        };
    }

    private Object reference(Column column, String raw, String shown) {
        if (!withLinks) {
            return shape(raw, shown);
        }
        var link = instance.apiAddress(request) + "table/" + column.reference().orElse("") + "/" + raw;
        return switch (mode) {
            case RAW -> new JsonObject().put("link", link).put("value", raw);
            case DISPLAY -> new JsonObject().put("display_value", shown).put("link", link);
            case BOTH ->
                new JsonObject().put("display_value", shown).put("link", link).put("value", raw);
        };
    }

    // Journals read as empty in raw form, whatever has been written; passwords are never told.
    private static String raw(Row row, Column column) {
        return switch (column.type()) {
            case JOURNAL, JOURNAL_LIST -> "";
            case PASSWORD -> row.value(column.name()).isEmpty() ? "" : "********";
            case STRING, INTEGER, DECIMAL, CURRENCY, BOOLEAN, DATE, DATE_TIME, DURATION, REFERENCE, GUID, LIST ->
                row.value(column.name());
        };
    }
}
