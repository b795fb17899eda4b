package io.nowbridge.servicenow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code incident} table.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else.
 */
public interface Incidents {

    /**
     * Opens an incident under the draft's own sys_id. Never repeated here, and not safe to repeat: unless the failure says
     * that {@linkplain ServiceNowException#nothingHappened() nothing happened}, look before trying again.
     */
    Uni<Written<Incident>> open(IncidentDraft draft);

    /** Reads an incident, or empty if there is none that this user may see. */
    Uni<Optional<Incident>> read(SysId sysId);

    /** Finds the incident that bears {@code number}, or empty if there is none. */
    Uni<Optional<Incident>> findByNumber(String number);

    /**
     * Finds the oldest incident that bears {@code correlationId}, or empty if there surely is none: that is never concluded
     * from rows that bear another id, nor from a column that this user may not read. An id that is blank, or that no query
     * can carry, is {@linkplain ServiceNowException.Rejected rejected}.
     */
    Uni<Optional<Incident>> findByCorrelationId(String correlationId);

    /**
     * Whether this user is shown incidents at all. Rows that a user may not read are left out of an answer, not refused, so
     * without this no empty answer means that there is nothing.
     */
    Uni<Boolean> visible();

    /**
     * Reads a journal, {@code work_notes} or {@code comments}, as people see it: the entries with their headings, newest
     * first; empty if there are none that this user may see. Its raw value is always empty.
     */
    Uni<String> journal(SysId sysId, String column);

    /** Changes the given columns and leaves the others alone. Never repeated here. */
    Uni<Written<Incident>> update(SysId sysId, Map<String, String> changes);

    /**
     * Streams the incidents that match, a page at a time as they are consumed. Without an order of its own the query is read
     * in the order of sys_id, by key, so that rows which change meanwhile are neither repeated nor skipped.
     */
    Multi<Incident> query(Query query);
}
