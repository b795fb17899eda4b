package io.nowbridge.egress;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What the operator allows beyond public HTTPS hosts. */
@ConfigMapping(prefix = "nowbridge.egress")
interface EgressConfig {

    /**
     * Destinations that may be private, plain HTTP and on any port, such as {@code https://servicenow.corp.example:8443};
     * each with scheme, host and port, and none with a wildcard. Whoever can write here decides what Nowbridge can reach.
     */
    Optional<List<String>> allow();
}
