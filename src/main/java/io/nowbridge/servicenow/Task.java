package io.nowbridge.servicenow;

import java.net.URI;

/**
 * A task as it is stored. A column that is empty, that its table lacks, or that this user may not read, is an empty string.
 *
 * @param assignmentGroup the group's sys_id, as stored: ServiceNow keeps whatever was written into a reference
 * @param assignedTo the user's sys_id, as stored
 * @param caller the user's sys_id, as stored
 * @param url the task's page for a person
 */
public record Task(
        SysId sysId,
        String number,
        String shortDescription,
        String description,
        String correlationId,
        String correlationDisplay,
        State state,
        Priority priority,
        String impact,
        String urgency,
        String category,
        String subcategory,
        String assignmentGroup,
        String assignedTo,
        String caller,
        URI url) {

    public TaskTable table() {
        return state.table();
    }
}
