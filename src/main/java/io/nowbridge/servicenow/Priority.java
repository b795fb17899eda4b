package io.nowbridge.servicenow;

/**
 * A task's priority, which ServiceNow computes from impact and urgency.
 *
 * @param code the column's raw value; empty where this user may not read it
 */
public record Priority(String code) {

    /** The label as ServiceNow shows it, such as {@code 3 - Moderate}, or the number itself. */
    public String label() {
        return switch (code) {
            case "1" -> "1 - Critical";
            case "2" -> "2 - High";
            case "3" -> "3 - Moderate";
            case "4" -> "4 - Low";
            case "5" -> "5 - Planning";
            default -> code;
        };
    }
}
