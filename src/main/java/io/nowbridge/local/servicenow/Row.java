package io.nowbridge.local.servicenow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as it is stored: the table it was made in, and text for each column, empty where there is none. */
record Row(String table, Map<String, String> values) {

    Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    String sysId() {
        return value("sys_id");
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    boolean is(String column) {
        return "true".equals(value(column));
    }

    Row with(String column, String value) {
        return with(Map.of(column, value));
    }

    Row with(Map<String, String> changes) {
        var changed = new LinkedHashMap<>(values);
        changed.putAll(changes);
        return new Row(table, changed);
    }
}
