package io.nowbridge.local.servicenow;

import java.util.Map;
import java.util.Optional;

/** What the instance does to a record before it is stored. */
interface BusinessRule {

    /**
     * A record about to be stored.
     *
     * @param before the stored record, empty for a new one
     * @param row the record as it stands
     * @param sent what the caller set
     * @param time of the change, as it is stored
     */
    record Change(Table table, Optional<Row> before, Row row, Map<String, String> sent, Caller caller, String time) {

        boolean changes(String column) {
            return !row.value(column)
                    .equals(before.map(old -> old.value(column)).orElse(""));
        }

        boolean changesTo(String column, String value) {
            return row.value(column).equals(value) && changes(column);
        }

        String old(String column) {
            return before.map(row -> row.value(column)).orElse("");
        }
    }

    /** The record to store, or a {@link Refusal} if the rule aborts. */
    Row apply(Change change);
}
