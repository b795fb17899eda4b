package io.nowbridge.connector.servicenow.product;

import io.nowbridge.servicenow.Difference;
import io.nowbridge.servicenow.Operation;
import io.nowbridge.servicenow.ServiceNowException;
import io.nowbridge.servicenow.SysId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that is to hold certain values.
 *
 * @param at which one; empty where it has to be created
 * @param ours the key under which it is created
 * @param keyColumn the column by which it is looked for
 * @param key what no two records have both of
 * @param except what has that key, and is not it
 * @param onInsert what it holds besides when it is created
 * @param mayCreate whether one that is not there is created
 */
record Write(
        String table,
        Optional<SysId> at,
        SysId ours,
        Map<String, String> values,
        String keyColumn,
        Map<String, String> key,
        Set<SysId> except,
        Map<String, String> onInsert,
        boolean mayCreate) {

    /** What became of it. */
    sealed interface Landing {

        record Landed(SysId id, boolean created, List<Difference> differences) implements Landing {}

        /** There is no such record, and none was to be created. */
        record Absent() implements Landing {}

        record Failed(ServiceNowException failure) implements Landing {}
    }

    SysId target() {
        return at.orElse(ours);
    }

    Write at(Optional<SysId> other) {
        return new Write(table, other, ours, values, keyColumn, key, except, onInsert, mayCreate);
    }

    Operation operation() {
        if (at.isPresent()) {
            return new Operation.Change(table, at.get(), values);
        }
        var all = new HashMap<>(onInsert);
        all.putAll(values);
        all.put(Lookup.KEY, ours.value());
        return new Operation.Insert(table, all);
    }
}
