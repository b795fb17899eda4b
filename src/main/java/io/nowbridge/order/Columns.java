package io.nowbridge.order;

import io.nowbridge.template.Mappings;
import java.util.SortedMap;
import java.util.TreeMap;

/** The values of fields that a template has columns for; the others are left out. */
final class Columns {

    private final Mappings mappings;
    private final SortedMap<String, String> values = new TreeMap<>();

    Columns(Mappings mappings) {
        this.mappings = mappings;
    }

    Columns with(String field, String value) {
        if (mappings.column(field).isPresent()) {
            values.put(field, value);
        }
        return this;
    }

    /** The same, if there is something to show: what stands there already stays otherwise. */
    Columns withAny(String field, String value) {
        return value.isEmpty() ? this : with(field, value);
    }

    SortedMap<String, String> values() {
        return values;
    }
}
