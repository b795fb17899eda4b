package io.nowbridge.dynamodb;

import static io.nowbridge.dynamodb.Attributes.flag;
import static io.nowbridge.dynamodb.Attributes.map;
import static io.nowbridge.dynamodb.Attributes.number;
import static io.nowbridge.dynamodb.Attributes.text;

import io.nowbridge.activity.Operation;
import io.nowbridge.activity.Result;
import io.nowbridge.activity.Wanted;
import io.nowbridge.connection.ConnectionId;
import io.nowbridge.export.Export;
import io.nowbridge.export.Export.Progress;
import io.nowbridge.export.Export.State;
import io.nowbridge.export.Format;
import io.nowbridge.export.Shelf;
import io.nowbridge.export.Upload;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Exports as items. */
final class ExportItems {

    // As long as their files: infra/exports.yaml.
    private static final Duration MEMORY = Duration.ofDays(7);

    private static final String CSV = "csv";
    private static final String NDJSON = "ndjson";

    private ExportItems() {}

    static Map<String, AttributeValue> item(Export export) {
        var item = new HashMap<String, AttributeValue>();
        item.put("shelf", text(export.shelf().name()));
        item.put("wanted", AttributeValue.fromM(item(export.wanted())));
        item.put("format", AttributeValue.fromM(item(export.format())));
        item.put("requestedBy", text(export.requestedBy()));
        item.put("atEpochMillis", number(export.at().toEpochMilli()));
        item.put("file", text(export.file()));
        item.put("state", text(export.state().name()));
        export.cause().ifPresent(cause -> item.put("cause", text(cause)));
        item.put("progress", AttributeValue.fromM(item(export.progress())));
        item.put("revision", number(export.revision()));
        switch (export.shelf()) {
            case DOWNLOADS ->
                item.put(
                        "expiresAtEpochSeconds", number(export.at().plus(MEMORY).getEpochSecond()));
            case ARCHIVE -> {}
        }
        return item;
    }

    static Export export(String id, Map<String, AttributeValue> item) {
        return new Export(
                id,
                Shelf.valueOf(text(item, "shelf")),
                wanted(map(item, "wanted")),
                format(map(item, "format")),
                text(item, "requestedBy"),
                Instant.ofEpochMilli(number(item, "atEpochMillis")),
                text(item, "file"),
                State.valueOf(text(item, "state")),
                optional(item, "cause"),
                progress(map(item, "progress")),
                number(item, "revision"));
    }

    // Instants in full: one that was cut would want other entries.
    private static Map<String, AttributeValue> item(Wanted wanted) {
        var item = new HashMap<String, AttributeValue>();
        item.put("from", text(wanted.from().toString()));
        item.put("to", text(wanted.to().toString()));
        wanted.connection().ifPresent(id -> item.put("connection", text(id.value())));
        wanted.template().ifPresent(template -> item.put("template", text(template)));
        wanted.operation().ifPresent(operation -> item.put("operation", text(operation.name())));
        wanted.result().ifPresent(result -> item.put("result", text(result.name())));
        wanted.item().ifPresent(about -> item.put("item", text(about)));
        wanted.text().ifPresent(text -> item.put("text", text(text)));
        return item;
    }

    private static Wanted wanted(Map<String, AttributeValue> item) {
        return new Wanted(
                Instant.parse(text(item, "from")),
                Instant.parse(text(item, "to")),
                optional(item, "connection").map(ConnectionId::new),
                optional(item, "template"),
                optional(item, "operation").map(Operation::valueOf),
                optional(item, "result").map(Result::valueOf),
                optional(item, "item"),
                optional(item, "text"));
    }

    private static Map<String, AttributeValue> item(Format format) {
        return switch (format) {
            case Format.Csv(var zone, var byteOrderMark) ->
                Map.of(
                        "name", text(CSV),
                        "zone", text(zone.getId()),
                        "byteOrderMark", AttributeValue.fromBool(byteOrderMark));
            case Format.Ndjson ndjson -> Map.of("name", text(NDJSON));
        };
    }

    private static Format format(Map<String, AttributeValue> item) {
        return switch (text(item, "name")) {
            case CSV -> new Format.Csv(ZoneId.of(text(item, "zone")), flag(item, "byteOrderMark"));
            case NDJSON -> new Format.Ndjson();
            default -> throw new IllegalStateException("an export has a format of another version");
        };
    }

    private static Map<String, AttributeValue> item(Progress progress) {
        var item = new HashMap<String, AttributeValue>();
        progress.upload().ifPresent(upload -> {
            item.put("uploadName", text(upload.name()));
            item.put("uploadId", text(upload.id()));
        });
        item.put(
                "tags",
                AttributeValue.fromL(
                        progress.tags().stream().map(Attributes::text).toList()));
        item.put("rests", number(progress.rests()));
        item.put("restKept", AttributeValue.fromBool(progress.restKept()));
        progress.cursor().ifPresent(cursor -> item.put("cursor", text(cursor)));
        item.put("entries", number(progress.entries()));
        item.put("attempts", number(progress.attempts()));
        return item;
    }

    private static Progress progress(Map<String, AttributeValue> item) {
        return new Progress(
                optional(item, "uploadName").map(name -> new Upload(name, text(item, "uploadId"))),
                Optional.ofNullable(item.get("tags")).stream()
                        .flatMap(tags -> tags.l().stream())
                        .map(AttributeValue::s)
                        .toList(),
                Math.toIntExact(number(item, "rests")),
                flag(item, "restKept"),
                optional(item, "cursor"),
                number(item, "entries"),
                Math.toIntExact(number(item, "attempts")));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
