package io.nowbridge.servicenow;

import java.util.Map;
import java.util.Optional;

/**
 * A task to be opened. A column that its table lacks is not sent.
 *
 * @param sysId chosen by the caller, so that a repeat meets its own record
 * @param correlationId the caller's key, by which the task is found again
 * @param correlationDisplay the name of the system that the key belongs to
 * @param impact raw value, such as {@code 2}
 * @param urgency raw value, such as {@code 2}
 * @param otherFields further columns by their name, such as {@code u_dataset}; the ones above win
 */
public record TaskDraft(
        SysId sysId,
        String correlationId,
        String correlationDisplay,
        String shortDescription,
        String description,
        Optional<String> category,
        Optional<String> subcategory,
        Optional<String> impact,
        Optional<String> urgency,
        Optional<SysId> assignmentGroup,
        Optional<SysId> assignedTo,
        Optional<SysId> caller,
        Map<String, String> otherFields) {

    public TaskDraft {
        otherFields = Map.copyOf(otherFields);
    }
}
