package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The work notes and comments of tasks, one by one or as people see them.
 *
 * <p>The entries themselves are for auditors: to others their table is hidden, so that none is seen, or closed, which is
 * {@link ServiceNowException.Forbidden}. Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Journals {

    /** The latest entries of a task, newest first, at most {@code limit}; fewer if some may not be seen. */
    Uni<List<JournalEntry>> latest(SysId task, int limit);

    /** The latest entries of a task that contain {@code text}, at most 20. */
    Uni<List<JournalEntry>> containing(SysId task, String text);

    /**
     * All of a task's work notes and comments with their headings, newest first; empty if this user may read neither, or
     * there is no such task.
     */
    Uni<Optional<String>> text(String table, SysId task);
}
