package io.nowbridge.servicenow;

/**
 * An incident's state. Instances add their own, so one without a label here is shown as the number that it is.
 *
 * @param code the column's raw value; empty where this user may not read it
 */
public record State(String code) {

    public static final State NEW = new State("1");
    public static final State IN_PROGRESS = new State("2");
    public static final State ON_HOLD = new State("3");
    public static final State RESOLVED = new State("6");
    public static final State CLOSED = new State("7");
    public static final State CANCELED = new State("8");

    /** The label of a new instance, or the number itself. */
    public String label() {
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
}
