package io.nowbridge.local.servicenow;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of records: what is known of each is a row of {@code sys_attachment}, its content lies beside it. */
final class Attachments {

    static final String TABLE = "sys_attachment";
    static final String CONTENT = "sys_attachment_doc";

    private final Records records;
    private final SysIds sysIds;

    Attachments(Records records, SysIds sysIds) {
        this.records = records;
        this.sysIds = sysIds;
    }

    /** Keeps the body of a call with a record. */
    Row add(Row record, Call call, Caller caller, Instant now) {
        var attachment = describe(record, call, caller, now);
        records.put(attachment);
        records.put(new Row(
                CONTENT,
                Map.of(
                        "sys_id",
                        sysIds.next(),
                        TABLE,
                        attachment.sysId(),
                        "data",
                        Base64.getEncoder().encodeToString(call.body().getBytes()))));
        return attachment;
    }

    Optional<Buffer> content(Row attachment) {
        return contents(attachment).stream()
                .findFirst()
                .map(content -> Buffer.buffer(Base64.getDecoder().decode(content.value("data"))));
    }

    /** What a row belongs to: a file to its record, content to its file, all else to nothing. */
    Optional<Row> owner(Row row) {
        return switch (row.table()) {
            case TABLE ->
                records.find(row.value("table_name"), row.value("table_sys_id"))
                        // A file's file would let a loop of them be made.
                        .filter(record -> !record.table().startsWith(TABLE));
            case CONTENT -> records.find(TABLE, row.value(TABLE));
            default -> Optional.empty();
        };
    }

    void remove(Row attachment) {
        contents(attachment).forEach(records::remove);
        records.remove(attachment);
    }

    /** Takes away what belongs to a deleted row: a record's files, a file's content. */
    void forget(Row row) {
        contents(row).forEach(records::remove);
        List.copyOf(records.with(TABLE, "table_sys_id", row.sysId())).forEach(this::remove);
    }

    private List<Row> contents(Row attachment) {
        return List.copyOf(records.with(CONTENT, TABLE, attachment.sysId()));
    }

    private Row describe(Row record, Call call, Caller caller, Instant now) {
        var time = Times.text(now);
        var values = new HashMap<>(Map.of(
                "sys_id", sysIds.next(),
                "table_name", record.table(),
                "table_sys_id", record.sysId(),
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

    private static String sha256(Buffer body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes()));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
