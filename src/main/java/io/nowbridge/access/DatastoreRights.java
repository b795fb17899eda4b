package io.nowbridge.access;

import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.anomaly.Anomaly;
import io.nowbridge.anomaly.AnomalyId;
import io.nowbridge.anomaly.Datastores;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Managers and Admins may do everything; a Member what one of the teams may do with the anomaly's datastore. Where that is
 * not known, a Member may do nothing.
 */
public final class DatastoreRights implements Rights {

    private final Datastores datastores;
    private final DatastoreAccess access;

    public DatastoreRights(Datastores datastores, DatastoreAccess access) {
        this.datastores = datastores;
        this.access = access;
    }

    @Override
    public Uni<Optional<String>> missing(Requester requester, AnomalyId anomaly, TeamRight needed) {
        if (requester.manages()) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (requester.roles().isEmpty()) {
            return Uni.createFrom().item(Optional.of("the role Member"));
        }
        return granted(requester, anomaly, needed)
                .map(granted -> granted
                        ? Optional.empty()
                        : Optional.of("the right " + needed.title() + " on the anomaly's datastore"));
    }

    private Uni<Boolean> granted(Requester requester, AnomalyId anomaly, TeamRight needed) {
        if (requester.teams().isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return datastores
                .of(anomaly)
                .flatMap(known -> known.map(Anomaly.Datastore::id)
                        .map(datastore -> access.of(datastore).map(granted -> allows(granted, requester, needed)))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    static boolean allows(Granted granted, Requester requester, TeamRight needed) {
        return requester.teams().stream()
                .flatMap(team -> Optional.ofNullable(granted.teams().get(team)).stream())
                .anyMatch(right -> right.contains(needed));
    }
}
