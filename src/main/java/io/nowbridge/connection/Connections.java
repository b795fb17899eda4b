package io.nowbridge.connection;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The connections there are, and their credentials.
 *
 * <p>A change is written as the whole connection with its revision one higher, and only if nobody else has changed it since
 * it was read: otherwise the answer is false and nothing is written.
 */
public interface Connections {

    /** In the order of their ids. */
    Uni<Page<Connection>> page(PageRequest request);

    /** All of them: an organisation has few. */
    default Uni<List<Connection>> all() {
        return Page.all(this::page).collect().asList();
    }

    Uni<Optional<Connection>> find(ConnectionId id);

    /** Keeps a new connection with its credentials. */
    Uni<Void> add(Connection connection, Authentication credentials);

    /** Changes everything but the credentials. */
    Uni<Boolean> change(Connection changed);

    /** Changes a connection together with its credentials; the old ones are gone. */
    Uni<Boolean> rotate(Connection changed, Authentication credentials);

    /** Changes a connection that has lost its credentials: they and its webhook secrets are destroyed for good. */
    Uni<Boolean> disconnect(Connection changed);

    /** Forgets a connection. */
    Uni<Boolean> remove(Connection connection);

    /**
     * Notes what a test of the connection's credentials found, unless they were replaced meanwhile. No change that people
     * made, so the revision stays.
     */
    Uni<Void> note(Connection tested, Health health);

    /** The credentials, or empty where there are none; they open for the connection's own id and instance alone. */
    Uni<Optional<Authentication>> credentials(Connection connection);

    /**
     * Replaces the credentials that {@code connection} was read with by what the system itself gave us for them; false where
     * somebody else has replaced or destroyed them meanwhile. Nobody changed anything, so the revision stays.
     */
    Uni<Boolean> refresh(Connection connection, Authentication credentials);

    /** Puts all its secrets under the current master key; false where they were, or where there are none. */
    Uni<Boolean> rewrap(Connection connection);

    Uni<Defaults> defaults();

    Uni<Boolean> change(Defaults changed);
}
