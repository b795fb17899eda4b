package io.nowbridge.local.servicenow;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of one table by what one of their columns holds, in any case. */
final class ColumnIndex {

    private final String column;
    private final Map<String, Map<String, Row>> rows = new HashMap<>();

    ColumnIndex(String column) {
        this.column = column;
    }

    Collection<Row> rows(String value) {
        return List.copyOf(rows.getOrDefault(key(value), Map.of()).values());
    }

    void add(Row row) {
        rows.computeIfAbsent(key(row.value(column)), value -> new LinkedHashMap<>())
                .put(row.sysId(), row);
    }

    /** Takes a row out that another one follows, unless they have the same place. */
    void leave(Row row, Row next) {
        if (!key(row.value(column)).equals(key(next.value(column)))) {
            remove(row);
        }
    }

    void remove(Row row) {
        rows.computeIfPresent(key(row.value(column)), (value, those) -> {
            those.remove(row.sysId());
            return those.isEmpty() ? null : those;
        });
    }

    private static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
