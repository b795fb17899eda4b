package io.nowbridge.qualytics;

import io.nowbridge.http.Dialer;
import io.nowbridge.http.Patience;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes clients of Qualytics instances. */
@Singleton
public final class QualyticsClients {

    private final QualyticsConfig config;
    private final Patience patience;
    private final Failures failures;
    private final Dialer dialer;
    private final HttpClient http;

    QualyticsClients(QualyticsConfig config, InstantSource clock, RandomGenerator chance, Dialer dialer, Vertx vertx) {
        this.config = config;
        this.patience = new Patience(config.readRetries(), config.retryDelay(), config.longestRetryDelay(), chance);
        this.failures = new Failures(new RetryAfter(clock));
        this.dialer = dialer;
        this.http = vertx.createHttpClient(Wire.options(config.connectTimeout(), config.concurrency()));
    }

    /**
     * Makes the client of one instance, without talking to it yet.
     *
     * @param instance scheme, host and port, and nothing more
     * @param token asked when it is first needed, and again where it was refused: should it differ then, the request is sent
     *     once more
     */
    public Qualytics connect(URI instance, Supplier<Uni<String>> token) {
        var wire = new Wire(http, dialer, instance, config.callTimeout());
        var calls = new Calls(wire, new Bearer(token), failures, patience);
        var pages = new Pages(calls, config.pageSize());
        return new Rest(new RestAnomalies(calls, pages), new RestComments(calls, pages));
    }

    private record Rest(Anomalies anomalies, Comments comments) implements Qualytics {}
}
