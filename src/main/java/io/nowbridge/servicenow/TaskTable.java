package io.nowbridge.servicenow;

import java.util.Arrays;
import java.util.Optional;

/** The tables that extend {@code task} and hold what people work on. */
public enum TaskTable {
    INCIDENT("incident", "Incident", "an incident", "incidents"),
    PROBLEM("problem", "Problem", "a problem", "problems"),
    CHANGE_REQUEST("change_request", "Change Request", "a change request", "change requests"),
    CATALOG_TASK("sc_task", "Catalog Task", "a catalog task", "catalog tasks");

    private final String tableName;
    private final String label;
    private final String one;
    private final String many;

    TaskTable(String tableName, String label, String one, String many) {
        this.tableName = tableName;
        this.label = label;
        this.one = one;
        this.many = many;
    }

    /** The one that ServiceNow calls {@code name}, if it is one of these. */
    public static Optional<TaskTable> named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.tableName.equals(name))
                .findFirst();
    }

    /** Its name in queries and addresses, such as {@code sc_task}. */
    public String tableName() {
        return tableName;
    }

    /** Its name for people, such as Catalog Task. */
    public String label() {
        return label;
    }

    /** Whether its tasks have a column, of those that a {@link TaskDraft} can hold. */
    public boolean has(String column) {
        return switch (column) {
            case "category" -> this != CATALOG_TASK;
            case "subcategory" -> this == INCIDENT || this == PROBLEM;
            case "caller_id" -> this == INCIDENT;
            default -> true;
        };
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }
}
