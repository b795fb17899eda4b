package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A record as it came: its columns by name. A column that this user may not read, or that does not exist, is left out.
 *
 * @param shown what people see in place of the values, if that was asked for
 */
record Row(Map<String, String> values, Map<String, String> shown) {

    /** A record of bare values. */
    Row(Map<String, String> values) {
        this(values, Map.of());
    }

    /** Reads a row; every value of ServiceNow's is a string, or an object that has the {@code value}. */
    static Row of(JsonNode record) {
        if (!record.isObject()) {
            throw new IllegalArgumentException("a record that is no object");
        }
        return new Row(columns(record, Row::text), columns(record, Row::shown));
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    String text(String column) {
        return values.getOrDefault(column, "");
    }

    /** What people see of the column; its value where they see no other. */
    String shown(String column) {
        var label = shown.getOrDefault(column, "");
        return label.isEmpty() ? text(column) : label;
    }

    SysId sysId() {
        var value = text("sys_id");
        if (!SysId.isSysId(value)) {
            throw new IllegalArgumentException("a record without a sys_id");
        }
        return new SysId(value);
    }

    private static Map<String, String> columns(JsonNode record, Function<JsonNode, String> read) {
        return record.properties().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, column -> read.apply(column.getValue())));
    }

    private static String text(JsonNode value) {
        return value.isObject() ? value.path("value").asText("") : value.asText("");
    }

    private static String shown(JsonNode value) {
        return value.path("display_value").asText("");
    }
}
