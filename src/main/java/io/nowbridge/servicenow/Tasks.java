package io.nowbridge.servicenow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks of one {@link TaskTable}.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Tasks {

    /**
     * Opens a task under the draft's own sys_id. Never repeated here, and not safe to repeat: unless the failure says
     * that {@linkplain ServiceNowException#nothingHappened() nothing happened}, look before trying again.
     */
    Uni<Written<Task>> open(TaskDraft draft);

    /** Reads a task, or empty if there is none that this user may see. */
    Uni<Optional<Task>> read(SysId sysId);

    /** Finds the task that bears {@code number}, or empty if there is none. */
    Uni<Optional<Task>> findByNumber(String number);

    /**
     * Finds the oldest task that bears {@code correlationId}, or empty if there surely is none: that is never concluded
     * from rows that bear another id, nor from a column that this user may not read. An id that is blank, or that no query
     * can carry, is {@linkplain ServiceNowException.Rejected rejected}.
     */
    Uni<Optional<Task>> findByCorrelationId(String correlationId);

    /**
     * Whether this user is shown any of the table's tasks. Rows that a user may not read are left out of an answer, not refused, so
     * without this no empty answer means that there is nothing.
     */
    Uni<Boolean> visible();

    /**
     * Reads a journal, {@code work_notes} or {@code comments}, as people see it: the entries with their headings, newest
     * first; empty if there are none that this user may see. Its raw value is always empty.
     */
    Uni<String> journal(SysId sysId, String column);

    /** Changes the given columns and leaves the others alone. Never repeated here. */
    Uni<Written<Task>> update(SysId sysId, Map<String, String> changes);

    /**
     * Streams the tasks that match, a page at a time as they are consumed. Without an order of its own the query is read
     * in the order of sys_id, by key, so that rows which change meanwhile are neither repeated nor skipped.
     */
    Multi<Task> query(Query query);
}
