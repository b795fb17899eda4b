package io.nowbridge.tdsynnex;

import io.nowbridge.http.Loopback;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Makes clients for tests, which wait for nothing longer than they must. */
public final class TestTdSynnex {

    private record Hurried(
            Duration connectTimeout,
            Duration callTimeout,
            Duration orderTimeout,
            int readRetries,
            Duration retryDelay,
            Duration longestRetryDelay,
            int concurrency,
            int productsPerCall)
            implements TdSynnexConfig {}

    private TestTdSynnex() {}

    /** Clients that find every system on this machine. */
    public static TdSynnexClients local(Vertx vertx, InstantSource clock) {
        return local(vertx, clock, Duration.ofSeconds(20));
    }

    /** The same, which wait for so long for what becomes of an order. */
    static TdSynnexClients local(Vertx vertx, InstantSource clock, Duration orderTimeout) {
        var config = new Hurried(
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                orderTimeout,
                2,
                Duration.ofMillis(1),
                Duration.ofSeconds(1),
                3,
                50);
        return new TdSynnexClients(config, clock, new Random(1), Loopback::dial, vertx);
    }
}
