package io.nowbridge.servicenow;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time and chance for an application without a wiring of its own. */
final class TestWiring {

    @Produces
    @DefaultBean
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Produces
    @DefaultBean
    @Singleton
    RandomGenerator chance() {
        return RandomGenerator.getDefault();
    }
}
