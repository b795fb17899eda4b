package io.nowbridge.access;

import io.nowbridge.access.DatastoreAccess.Granted;
import io.nowbridge.paging.Page;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what somebody may see, by the rules of {@link DatastoreRights}: of lists, where asking for each item took too long. */
public final class Sights {

    private final DatastoreAccess access;

    public Sights(DatastoreAccess access) {
        this.access = access;
    }

    public Uni<Sight> of(Requester requester) {
        if (requester.manages()) {
            return Uni.createFrom().item(new Sight.Everything());
        }
        if (requester.roles().isEmpty() || requester.teams().isEmpty()) {
            return Uni.createFrom().item(new Sight.Only(Set.of()));
        }
        return Page.all(access::page)
                .filter(granted -> DatastoreRights.allows(granted, requester, TeamRight.REPORTER))
                .map(Granted::datastore)
                .collect()
                .with(Collectors.toUnmodifiableSet())
                .map(Sight.Only::new);
    }
}
