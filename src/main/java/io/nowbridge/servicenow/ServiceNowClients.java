package io.nowbridge.servicenow;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes clients of ServiceNow instances. */
@Singleton
public final class ServiceNowClients {

    private final ServiceNowConfig config;
    private final InstantSource clock;
    private final RandomGenerator chance;

    ServiceNowClients(ServiceNowConfig config, InstantSource clock, RandomGenerator chance) {
        this.config = config;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Makes the client of one instance, without talking to it yet. Keep it: the connections, the token and the limit on
     * concurrency belong to the client.
     */
    @SuppressWarnings("DoNotCallSuggester")
    public ServiceNow connect(URI instance, Credentials credentials) {
        throw new UnsupportedOperationException("being built: " + config + clock + chance + instance + credentials);
    }
}
