package io.nowbridge;

import io.nowbridge.anomaly.AnomalyPlatforms;
import io.nowbridge.connection.Connections;
import io.nowbridge.connector.ConnectedPlatforms;
import io.nowbridge.connector.SignIn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Where anomalies are found. */
final class PlatformWiring {

    @Produces
    @Singleton
    AnomalyPlatforms anomalyPlatforms(Connections connections, SignIn signIn, InstantSource clock) {
        return new ConnectedPlatforms(connections, signIn, clock);
    }
}
