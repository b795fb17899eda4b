package io.nowbridge.servicenow;

import java.util.Map;
import java.util.Optional;

/**
 * An incident to be opened.
 *
 * @param sysId chosen by the caller, so that a repeat meets its own record
 * @param correlationId the caller's key, by which the incident is found again
 * @param correlationDisplay the name of the system that the key belongs to
 * @param impact raw value, such as {@code 2}
 * @param urgency raw value, such as {@code 2}
 * @param otherFields further columns by their name, such as {@code u_dataset}; the ones above win
 */
public record IncidentDraft(
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

    public IncidentDraft {
        otherFields = Map.copyOf(otherFields);
    }
}
