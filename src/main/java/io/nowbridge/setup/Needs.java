package io.nowbridge.setup;

import io.nowbridge.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What the features that use a connection need of it. */
public interface Needs {

    Uni<List<Need>> of(Connection connection);
}
