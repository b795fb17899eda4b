package io.nowbridge.export;

import io.nowbridge.activity.Activity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows that were written and not handed on yet. For one thread at a time. */
final class Sheet {

    private final Rows rows;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long entries;

    /** Goes on after {@code entries}, of which {@code rest} was not handed on. */
    Sheet(Rows rows, byte[] rest, long entries) {
        this.rows = rows;
        this.entries = entries;
        bytes.writeBytes(rest);
    }

    /** Begins with the head. */
    static Sheet blank(Rows rows) {
        return new Sheet(rows, rows.head().getBytes(StandardCharsets.UTF_8), 0);
    }

    void add(List<Activity> page) {
        page.forEach(entry -> bytes.writeBytes(rows.row(entry).getBytes(StandardCharsets.UTF_8)));
        entries += page.size();
    }

    /** How many entries were written since the head, those that were handed on included. */
    long entries() {
        return entries;
    }

    int size() {
        return bytes.size();
    }

    /** Hands all on. */
    byte[] take() {
        var all = bytes.toByteArray();
        bytes.reset();
        return all;
    }
}
