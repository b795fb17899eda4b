package io.nowbridge.connector.probe;

import io.smallrye.mutiny.Uni;
import java.net.URI;

/** Sees how far towards a system one gets. */
public interface Reach {

    /** Asks an instance for a path, without credentials and once. Takes up to 16 s; whatever the network does is an answer. */
    Uni<Knock> knock(URI instance, String path);
}
