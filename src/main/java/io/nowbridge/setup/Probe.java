package io.nowbridge.setup;

import io.nowbridge.connection.Authentication;
import io.nowbridge.connection.SystemType;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;

/** Tries a system out. */
public interface Probe {

    /** What to try. */
    record Trial(
            SystemType type, URI instance, Authentication authentication, List<Need> needs, boolean mayCreateRecord) {}

    /**
     * Looks at everything that the trial needs, in the order in which one thing rests on another, and never fails: what it
     * meets is among the checks. Takes up to 25 s.
     */
    Uni<List<Check>> test(Trial trial);
}
