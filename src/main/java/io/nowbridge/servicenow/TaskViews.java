package io.nowbridge.servicenow;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of any table that extends {@code task}, or of that itself, as people see them.
 *
 * <p>Every operation fails with a {@link ServiceNowException} and with nothing else; a name that can be none of a table or
 * column is {@linkplain ServiceNowException.Rejected rejected}.
 */
public interface TaskViews {

    /** The record that a text names; empty if that is an address of another instance, or of a page without a record. */
    Optional<Mention> mentioned(String text);

    /** Finds what is mentioned among a table's tasks: the instance does not see to it that a number is there only once. */
    Uni<List<TaskView>> find(String table, Mention mention);

    /**
     * Finds tasks, those that changed last first.
     *
     * @param text part of the number or of the short description; empty for any
     * @param states codes; empty for any
     * @param limit counts those that this user may not see
     */
    Uni<List<TaskView>> find(String table, Optional<String> text, Set<String> states, int limit);

    /** Says of each task what can be seen of it, in a call for each hundred. */
    Uni<RollCall> call(String table, Collection<SysId> tasks);

    /** Streams the tasks that changed in the second of {@code since} or later, in the order of their changes. */
    Multi<Changed> changedSince(String table, Instant since);

    /**
     * Changes the given columns and leaves the others alone; empty if there surely is no such task, and nothing was written.
     * Never repeated here.
     */
    Uni<Optional<Written<TaskView>>> change(String table, SysId sysId, Map<String, String> values);

    /**
     * Who of some tasks was there.
     *
     * @param gone those that are not there, since others of the table are shown and none is hidden among them
     * @param hidden those that are either gone or hidden from this user
     */
    record RollCall(Map<SysId, TaskView> there, Set<SysId> gone, Set<SysId> hidden) {

        public RollCall {
            there = Map.copyOf(there);
            gone = Set.copyOf(gone);
            hidden = Set.copyOf(hidden);
        }
    }

    /** A task that changed, the table that it is a row of, and when it changed, to the second. */
    record Changed(String table, SysId sysId, Instant at) {}
}
