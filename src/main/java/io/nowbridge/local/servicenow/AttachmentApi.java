package io.nowbridge.local.servicenow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code /api/now/attachment}: files kept with a record; a file is sent as the body, not as a form. */
final class AttachmentApi implements Api {

    // A header holds printable ASCII; JSON can say everything else in it.
    private static final JsonMapper HEADER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Instance instance;
    private final ListQueries queries;

    AttachmentApi(Instance instance, ListQueries queries) {
        this.instance = instance;
        this.queries = queries;
    }

    @Override
    public Answer answer(Request request) {
        var segments = request.segments();
        return switch (request.call().verb() + " " + segments.size()) {
            case "GET 0" -> list(request);
            case "GET 1" -> Answer.result(200, metadata(request, find(request, segments.getFirst())));
            case "GET 2" -> download(request, segments.getLast(), find(request, segments.getFirst()));
            case "DELETE 1" -> delete(request, find(request, segments.getFirst()));
            case "POST 1" -> upload(request, segments.getFirst());
            default -> throw ContentRules.methodNotAllowed(request.call());
        };
    }

    private Answer list(Request request) {
        var matcher = instance.matcher(request);
        var page =
                Page.of(request.call(), queries.rows(request, instance.schema().table(Attachments.TABLE), matcher));
        var json = new JsonArray();
        page.rows().stream()
                .filter(row -> instance.access().canRead(request.caller(), row, matcher))
                .forEach(row -> json.add(metadata(request, row)));
        return Answer.result(200, json).with("X-Total-Count", String.valueOf(page.total()));
    }

    private Answer upload(Request request, String segment) {
        if (!segment.equals("file")) {
            throw Refusal.unknownUri();
        }
        var call = request.call();
        var table = instance.schema().table(call.query().getOrDefault("table_name", ""));
        var record = readable(request, table.name(), call.query().getOrDefault("table_sys_id", ""));
        instance.access().requireAttach(request.caller(), table, "Insert");
        var row = instance.attachments().add(record, call, request.caller(), request.now());
        return Answer.result(201, metadata(request, row))
                .with("Location", instance.apiAddress(request) + "attachment/" + row.sysId());
    }

    private Answer download(Request request, String segment, Row row) {
        if (!segment.equals("file")) {
            throw Refusal.unknownUri();
        }
        var name = row.value("file_name").replaceAll("[^ -~]", "_").replace('"', '\'');
        return Answer.of(
                        200,
                        row.value("content_type"),
                        instance.attachments().content(row).orElseThrow(Refusal::noRecord))
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("X-Attachment-Metadata", header(metadata(request, row)));
    }

    private Answer delete(Request request, Row row) {
        instance.attachments()
                .owner(row)
                .map(record -> instance.schema().table(record.table()))
                .ifPresent(table -> instance.access().requireAttach(request.caller(), table, "Delete"));
        instance.attachments().remove(row);
        return Answer.empty(204);
    }

    private Row find(Request request, String sysId) {
        return readable(request, Attachments.TABLE, sysId);
    }

    private Row readable(Request request, String table, String sysId) {
        return instance.records()
                .find(table, sysId)
                .filter(row -> instance.access().canRead(request.caller(), row, instance.matcher(request)))
                .orElseThrow(Refusal::noRecord);
    }

    // Metadata knows no display values: every field is a plain string.
    private JsonObject metadata(Request request, Row row) {
        var json = new JsonObject();
        instance.schema()
                .table(Attachments.TABLE)
                .columns()
                .keySet()
                .forEach(column -> json.put(column, row.value(column)));
        return json.put("download_link", instance.apiAddress(request) + "attachment/" + row.sysId() + "/file");
    }

    private static String header(JsonObject json) {
        try {
            return HEADER.writeValueAsString(json.getMap());
        } catch (JsonProcessingException textsAlwaysWrite) {
            throw new IllegalStateException(textsAlwaysWrite);
        }
    }
}
