package io.nowbridge.local.servicenow;

import java.util.Map;

/** The instance's properties, rows of {@code sys_properties}. */
final class Properties {

    private static final String TABLE = "sys_properties";

    private final Records records;

    Properties(Records records) {
        this.records = records;
    }

    String text(String name) {
        return records.with(TABLE, "name", name).stream()
                .map(row -> row.value("value"))
                .findFirst()
                .orElse("");
    }

    boolean flag(String name) {
        return "true".equals(text(name));
    }

    void set(String name, String value, SysIds sysIds) {
        var row = records.with(TABLE, "name", name).stream()
                .findFirst()
                .orElseGet(() -> new Row(TABLE, Map.of("sys_id", sysIds.next(), "name", name)));
        records.put(row.with("value", value));
    }
}
