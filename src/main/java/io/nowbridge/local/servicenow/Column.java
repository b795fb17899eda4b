package io.nowbridge.local.servicenow;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param reference the table whose {@code sys_id} the column holds
 * @param initial the value of a new record that brings none
 */
record Column(
        String name,
        String label,
        Type type,
        int maxLength,
        Optional<String> reference,
        boolean choice,
        boolean mandatory,
        boolean readOnly,
        String initial) {

    /** How the instance treats a column's values; all of them travel as strings. */
    enum Type {
        STRING("string"),
        INTEGER("integer"),
        DECIMAL("decimal"),
        CURRENCY("currency"),
        BOOLEAN("boolean"),
        DATE("glide_date"),
        DATE_TIME("glide_date_time"),
        DURATION("glide_duration"),
        REFERENCE("reference"),
        JOURNAL("journal_input"),
        JOURNAL_LIST("journal_list"),
        PASSWORD("password2"),
        GUID("GUID"),
        LIST("glide_list");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }

        static Type of(String wireName) {
            for (var type : values()) {
                if (type.wireName.equals(wireName)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("No column type " + wireName);
        }

        boolean isNumber() {
            return this == INTEGER || this == DECIMAL || this == CURRENCY;
        }
    }

    boolean isJournal() {
        return type == Type.JOURNAL || type == Type.JOURNAL_LIST;
    }
}
