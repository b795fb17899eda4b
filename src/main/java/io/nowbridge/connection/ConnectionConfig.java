package io.nowbridge.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Connections that are configured rather than made through the API: for a machine of one's own. */
@ConfigMapping(prefix = "nowbridge.connections")
interface ConnectionConfig {

    /** By connection id; none where nothing is configured. */
    @WithParentName
    Map<String, Configured> byId();

    /** One connection. */
    interface Configured {

        Connection.Type type();

        String name();

        URI instanceUrl();

        Credentials authentication();
    }

    /** What the kind of authentication needs; the rest stays empty. */
    interface Credentials {

        @WithDefault("basic")
        Kind type();

        Optional<String> username();

        Optional<String> password();

        Optional<String> clientId();

        Optional<String> clientSecret();

        Optional<String> scope();
    }

    /** The kinds of authentication. */
    enum Kind {
        BASIC,
        OAUTH_CLIENT_CREDENTIALS,
        OAUTH_PASSWORD
    }
}
