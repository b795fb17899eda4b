package io.nowbridge.local.servicenow;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** {@code /api/now/attachment}: files kept with a record; a file is sent as the body, not as a form. */
final class AttachmentApi implements Api {

    private static final String TABLE = "sys_attachment";
    private static final String CONTENT = "sys_attachment_doc";

    private final Instance instance;
    private final ListQueries queries;

    AttachmentApi(Instance instance, ListQueries queries) {
        this.instance = instance;
        this.queries = queries;
    }

    @Override
    public Answer answer(Request request) {
        var segments = request.segments();
        return switch (request.call().method() + " " + segments.size()) {
            case "GET 0" -> list(request);
            case "GET 1" -> Answer.result(200, metadata(request, find(segments.getFirst())));
            case "GET 2" -> download(segments.getLast(), find(segments.getFirst()));
            case "DELETE 1" -> delete(find(segments.getFirst()));
            case "POST 1" -> upload(request, segments.getFirst());
            default -> throw ContentRules.methodNotAllowed(request.call());
        };
    }

    private Answer list(Request request) {
        var rows = queries.rows(request, instance.schema().table(TABLE), instance.matcher(request));
        var page = Page.of(request.call(), rows);
        var json = new JsonArray();
        page.rows().forEach(row -> json.add(metadata(request, row)));
        return Answer.result(200, json).with("X-Total-Count", String.valueOf(page.total()));
    }

    private Answer upload(Request request, String segment) {
        if (!segment.equals("file")) {
            throw Refusal.unknownUri();
        }
        var call = request.call();
        var table = instance.schema().table(call.query().getOrDefault("table_name", ""));
        var owner = instance.records()
                .find(table.name(), call.query().getOrDefault("table_sys_id", ""))
                .orElseThrow(Refusal::noRecord);
        var row = row(call, owner, request.caller(), request.now());
        instance.records().put(row);
        instance.records()
                .put(new Row(
                        CONTENT,
                        Map.of(
                                "sys_id", instance.sysIds().next(),
                                "sys_attachment", row.sysId(),
                                "data",
                                        Base64.getEncoder()
                                                .encodeToString(call.body().getBytes()))));
        return Answer.result(201, metadata(request, row))
                .with("Location", instance.apiAddress(request) + "attachment/" + row.sysId());
    }

    private Row row(Call call, Row owner, Caller caller, Instant now) {
        var time = Times.text(now);
        var values = new HashMap<>(Map.of(
                "sys_id", instance.sysIds().next(),
                "table_name", owner.table(),
                "table_sys_id", owner.sysId(),
                "file_name", call.query().getOrDefault("file_name", "file"),
                "content_type", call.header("Content-Type").orElse("application/octet-stream"),
                "size_bytes", String.valueOf(call.body().length()),
                "size_compressed", String.valueOf(call.body().length()),
                "compressed", "true",
                "hash", sha256(call.body())));
        values.putAll(Map.of(
                "state",
                "available_conditionally",
                "sys_created_on",
                time,
                "sys_created_by",
                caller.userName(),
                "sys_updated_on",
                time,
                "sys_updated_by",
                caller.userName(),
                "sys_mod_count",
                "0"));
        return new Row(TABLE, values);
    }

    private Answer download(String segment, Row row) {
        if (!segment.equals("file")) {
            throw Refusal.unknownUri();
        }
        var data = instance.records().with(CONTENT, "sys_attachment", row.sysId()).stream()
                .findFirst()
                .map(content -> Base64.getDecoder().decode(content.value("data")))
                .orElseThrow(Refusal::noRecord);
        return Answer.of(200, row.value("content_type"), Buffer.buffer(data))
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + row.value("file_name").replace('"', '\'') + "\"");
    }

    private Answer delete(Row row) {
        instance.records().with(CONTENT, "sys_attachment", row.sysId()).forEach(instance.records()::remove);
        instance.records().remove(row);
        return Answer.empty(204);
    }

    private Row find(String sysId) {
        return instance.records().find(TABLE, sysId).orElseThrow(Refusal::noRecord);
    }

    // Metadata knows no display values: every field is a plain string.
    private JsonObject metadata(Request request, Row row) {
        var json = new JsonObject();
        instance.schema().table(TABLE).columns().keySet().forEach(column -> json.put(column, row.value(column)));
        return json.put("download_link", instance.apiAddress(request) + "attachment/" + row.sysId() + "/file");
    }

    private static String sha256(Buffer body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
