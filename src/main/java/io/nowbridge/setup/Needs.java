package io.nowbridge.setup;

import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What the features that use a connection need of it. */
public interface Needs {

    Uni<List<Need>> of(Connection connection);

    /** What several features need, one after the other. */
    static Needs all(Needs... several) {
        return connection -> Multi.createFrom()
                .items(several)
                .onItem()
                .transformToUniAndConcatenate(needs -> needs.of(connection))
                .onItem()
                .<Need>transformToIterable(needs -> needs)
                .collect()
                .asList();
    }
}
