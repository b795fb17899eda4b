package io.nowbridge.servicenow;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The state of a task. Instances add their own, so one without a label here is shown as the number that it is.
 *
 * @param table whose state it is: a code means something else in each
 * @param code the column's raw value; empty where this user may not read it
 */
public record State(TaskTable table, String code) {

    // Between these lie the codes of all tables.
    private static final int FIRST = -5;
    private static final int LAST = 107;

    /** The label of a new instance, or the number itself. */
    public String label() {
        return switch (table) {
            case INCIDENT -> ofIncident();
            case PROBLEM -> ofProblem();
            case CHANGE_REQUEST -> ofChangeRequest();
            case CATALOG_TASK -> ofCatalogTask();
        };
    }

    /** The codes that go by a label in a new instance, in whatever case it is written. */
    public static Set<String> codes(TaskTable table, String label) {
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(code -> new State(table, String.valueOf(code)))
                .filter(state -> state.label().equalsIgnoreCase(label))
                .map(State::code)
                .collect(Collectors.toSet());
    }

    private String ofIncident() {
        return switch (code) {
            case "1" -> "New";
            case "2" -> "In Progress";
            case "3" -> "On Hold";
            case "6" -> "Resolved";
            case "7" -> "Closed";
            case "8" -> "Canceled";
            default -> code;
        };
    }

    // Below 100 are those that instances have kept from an older state model.
    private String ofProblem() {
        return switch (code) {
            case "101" -> "New";
            case "102" -> "Assess";
            case "103" -> "Root Cause Analysis";
            case "104" -> "Fix in Progress";
            case "106" -> "Resolved";
            case "107" -> "Closed";
            case "1" -> "Open";
            case "2" -> "Known Error";
            case "3" -> "Pending Change";
            case "4" -> "Closed/Resolved";
            default -> code;
        };
    }

    private String ofChangeRequest() {
        return switch (code) {
            case "-5" -> "New";
            case "-4" -> "Assess";
            case "-3" -> "Authorize";
            case "-2" -> "Scheduled";
            case "-1" -> "Implement";
            case "0" -> "Review";
            case "3" -> "Closed";
            case "4" -> "Canceled";
            default -> code;
        };
    }

    private String ofCatalogTask() {
        return switch (code) {
            case "-5" -> "Pending";
            case "1" -> "Open";
            case "2" -> "Work in Progress";
            case "3" -> "Closed Complete";
            case "4" -> "Closed Incomplete";
            case "7" -> "Closed Skipped";
            default -> code;
        };
    }
}
