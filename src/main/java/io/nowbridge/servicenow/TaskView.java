package io.nowbridge.servicenow;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as people see it: labels and names where the table holds codes and ids. A column that is empty, or that this user
 * may not read, is an empty string.
 *
 * @param table the one that it is a row of, which may extend the one that was asked
 * @param state its label, or the code where the instance has no label for it
 * @param assignedTo the person's name
 * @param assignmentGroup the group's name
 * @param closeNotes what was written when it was closed
 * @param changedAt when it last changed, to the second
 * @param url its page for a person
 */
public record TaskView(
        SysId sysId,
        String table,
        String number,
        String shortDescription,
        String description,
        String state,
        String stateCode,
        String priority,
        String assignedTo,
        String assignmentGroup,
        String closeNotes,
        Optional<Instant> changedAt,
        URI url) {}
