package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;

/** A record as it came: its columns by name. A column that this user may not read, or that does not exist, is left out. */
record Row(Map<String, String> values) {

    /** Reads a row; every value of ServiceNow's is a string, a reference's may be the {@code value} of an object. */
    static Row of(JsonNode record) {
        if (!record.isObject()) {
            throw new IllegalArgumentException("a record that is no object");
        }
        return new Row(record.properties().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> text(field.getValue()))));
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    String text(String column) {
        return values.getOrDefault(column, "");
    }

    SysId sysId() {
        var value = text("sys_id");
        if (!SysId.isSysId(value)) {
            throw new IllegalArgumentException("a record without a sys_id");
        }
        return new SysId(value);
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("value").asText("") : value.asText("");
    }
}
