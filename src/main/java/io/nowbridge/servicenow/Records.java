package io.nowbridge.servicenow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The records of any table, for those who must see what a user may do there.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else; a table or column whose name cannot be
 * one is {@linkplain ServiceNowException.Rejected rejected}.
 */
public interface Records {

    /** Looks at the first rows of a table. */
    Uni<Sample> sample(String table, Set<String> columns);

    /** Creates a record. Never repeated here, and not safe to repeat: look before trying again. */
    Uni<Written<Stored>> create(String table, Map<String, String> values);

    /** Changes the given columns and leaves the others alone. Never repeated here. */
    Uni<Written<Stored>> change(String table, SysId sysId, Map<String, String> values);

    /** Reads a record, or empty if there is none that this user may see. */
    Uni<Optional<Stored>> read(String table, SysId sysId);

    /** Streams the rows that match, or that the instance believes to match, a page at a time as they are consumed: raw values. */
    Multi<Map<String, String>> matching(String table, Set<String> columns, Query query);

    /** Finds the record that bears {@code correlationId} among those that this user may see. */
    Uni<Optional<Stored>> findByCorrelationId(String table, String correlationId);

    /** Reads a journal column as people see it; empty if there is nothing in it that this user may see. */
    Uni<String> journal(String table, SysId sysId, String column);

    /** Deletes a record; fine if there is none. */
    Uni<Void> delete(String table, SysId sysId);
}
