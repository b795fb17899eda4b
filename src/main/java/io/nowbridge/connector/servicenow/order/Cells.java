package io.nowbridge.connector.servicenow.order;

import io.nowbridge.servicenow.SysId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A row of a table; what it does not have, or does not show, is empty. */
record Cells(Map<String, String> values) {

    static final Cells NONE = new Cells(Map.of());

    String at(String column) {
        return values.getOrDefault(column, "").strip();
    }

    String at(Optional<String> column) {
        return column.map(this::at).orElse("");
    }

    String id() {
        return at("sys_id");
    }

    /** The first of these columns that is not empty. */
    String first(String... columns) {
        return Arrays.stream(columns)
                .map(this::at)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What a column says by itself: nothing, if it refers to another record. */
    String words(String column) {
        return SysId.isSysId(at(column)) ? "" : at(column);
    }
}
