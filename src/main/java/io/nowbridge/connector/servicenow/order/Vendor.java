package io.nowbridge.connector.servicenow.order;

import io.nowbridge.servicenow.Query;
import io.nowbridge.servicenow.SysId;
import java.util.Map;

/**
 * The company whose purchase orders are taken.
 *
 * @param column that holds it, or refers to it
 * @param name what it is called, or its sys_id
 */
record Vendor(String column, String name) {

    /** Of these purchase orders, its own. */
    Query among(Query orders) {
        return SysId.isSysId(name) ? orders.and(column, name) : orders.and(column + ".name", name);
    }

    /** Whether a row is its own; an instance ignores a condition on a column that it does not have. */
    boolean is(Cells row) {
        return isCalled(row.at(column)) || isCalled(row.at(column + ".name"));
    }

    /** The same for what was counted. */
    boolean is(Map<String, String> values, Map<String, String> shown) {
        return isCalled(values.getOrDefault(column, "")) || isCalled(shown.getOrDefault(column, ""));
    }

    /** What is wrong where it is another's. */
    String wrong(Map<String, String> values, Map<String, String> shown) {
        var other = shown.getOrDefault(column, values.getOrDefault(column, ""));
        return other.isEmpty()
                ? "%s is not set, and has to be \"%s\"".formatted(column, name)
                : "%s is \"%s\": only those of \"%s\" are ordered".formatted(column, other, name);
    }

    private boolean isCalled(String other) {
        return !other.isEmpty() && other.strip().equalsIgnoreCase(name.strip());
    }
}
