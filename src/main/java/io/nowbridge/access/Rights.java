package io.nowbridge.access;

import io.nowbridge.anomaly.AnomalyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Decides who may do what with an anomaly's tickets. */
@FunctionalInterface
public interface Rights {

    /**
     * What {@code requester} lacks for something that takes {@code needed}, in words such as "the right Author on the
     * anomaly's datastore"; empty if nothing. The same words where there is no such anomaly, so that they reveal none.
     */
    Uni<Optional<String>> missing(Requester requester, AnomalyId anomaly, TeamRight needed);
}
