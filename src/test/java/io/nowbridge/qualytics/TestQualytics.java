package io.nowbridge.qualytics;

import io.nowbridge.http.Loopback;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Makes clients for tests, which wait for nothing longer than they must. */
public final class TestQualytics {

    private record Hurried(
            Duration connectTimeout,
            Duration callTimeout,
            int readRetries,
            Duration retryDelay,
            Duration longestRetryDelay,
            int concurrency,
            int pageSize)
            implements QualyticsConfig {}

    private TestQualytics() {}

    /** Clients that find every instance on this machine, and read seven anomalies at a time. */
    public static QualyticsClients local(Vertx vertx, InstantSource clock) {
        var config = new Hurried(
                Duration.ofSeconds(2), Duration.ofSeconds(5), 2, Duration.ofMillis(1), Duration.ofSeconds(1), 4, 7);
        return new QualyticsClients(config, clock, new Random(1), Loopback::dial, vertx);
    }
}
