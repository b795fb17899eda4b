package io.nowbridge.access;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Which team may do what with the anomalies of a datastore. */
public interface DatastoreAccess {

    /** The rights to a datastore; none, at revision 0, where nobody has set any. */
    Uni<Granted> of(String datastore);

    /** Those that have been set, in the order of the datastores' ids. */
    Uni<Page<Granted>> page(PageRequest request);

    /** Replaces the rights; false, and nothing written, if somebody else has changed them since revision - 1. */
    Uni<Boolean> change(Granted granted);

    /**
     * The rights to a datastore.
     *
     * @param teams each team's one right, by the team's name as tokens give it
     * @param revision counts the changes, from 0 for what nobody has set yet
     */
    record Granted(String datastore, Map<String, TeamRight> teams, long revision) {

        public Granted {
            teams = Map.copyOf(teams);
        }
    }
}
