package io.nowbridge.local.servicenow;

import io.vertx.core.buffer.Buffer;
import java.util.Base64;
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

    void put(Row attachment, Buffer content) {
        records.put(attachment);
        records.put(new Row(
                CONTENT,
                Map.of(
                        "sys_id",
                        sysIds.next(),
                        TABLE,
                        attachment.sysId(),
                        "data",
                        Base64.getEncoder().encodeToString(content.getBytes()))));
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
}
