package io.nowbridge.connection;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The connections there are. */
public interface Connections {

    Uni<List<Connection>> all();
}
