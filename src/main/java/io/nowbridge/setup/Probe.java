package io.nowbridge.setup;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.Connection;
import io.nowbridge.connection.SystemType;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.function.Function;

/** Tries a system out. */
public interface Probe {

    /** Whether this version can do more with such a system than see whether it is there. */
    boolean hasClient(SystemType type);

    /** What to try: a connection with credentials that it may not have yet. */
    record Trial(Connection connection, Authentication authentication, List<Need> needs, boolean mayCreateRecord) {

        public SystemType type() {
            return connection.type();
        }

        public URI instance() {
            return connection.instance();
        }
    }

    /**
     * Looks at everything that the trial needs, in the order in which one thing rests on another, and never fails: what it
     * meets is among the checks. Takes up to 25 s.
     *
     * @param keep given what the system hands out in place of the credentials, which are worth nothing from then on
     */
    Uni<List<Check>> test(Trial trial, Function<Authentication, Uni<Void>> keep);
}
