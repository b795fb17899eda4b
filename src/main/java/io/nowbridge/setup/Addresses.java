package io.nowbridge.setup;

import java.net.URI;

/** Where a connection may point. */
public interface Addresses {

    /**
     * The address as it is kept: scheme, host and port, and nothing more. Fails with an {@link IllegalArgumentException}, in
     * words for people, where no connection may point.
     */
    URI accept(String url);
}
