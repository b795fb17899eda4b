package io.nowbridge.tdsynnex;

import io.nowbridge.http.Dialer;
import io.nowbridge.http.Patience;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Wire;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes clients of TD SYNNEX's systems: there is one for each country. */
@Singleton
public final class TdSynnexClients {

    private final TdSynnexConfig config;
    private final Patience patience;
    private final Failures failures;
    private final Dialer dialer;
    private final HttpClient http;

    TdSynnexClients(TdSynnexConfig config, InstantSource clock, RandomGenerator chance, Dialer dialer, Vertx vertx) {
        this.config = config;
        this.patience = new Patience(config.readRetries(), config.retryDelay(), config.longestRetryDelay(), chance);
        this.failures = new Failures(new RetryAfter(clock));
        this.dialer = dialer;
        this.http = vertx.createHttpClient(Wire.options(config.connectTimeout(), config.concurrency()));
    }

    /**
     * Makes the client of one system, without talking to it yet.
     *
     * @param instance scheme, host and port, and nothing more
     * @param account asked for each request; an {@link IllegalArgumentException} says that there is none
     */
    public TdSynnex connect(URI instance, Supplier<Uni<Account>> account) {
        var calls = calls(instance, config.callTimeout(), account);
        return new XmlTdSynnex(
                calls.account().map(Account::customerNumber),
                new XmlPrices(calls, config.productsPerCall(), config.concurrency()),
                new XmlPurchaseOrders(calls(instance, config.orderTimeout(), account)),
                new XmlOrderStatuses(calls),
                new XmlInvoices(calls(XmlInvoices.beside(instance), config.callTimeout(), account)));
    }

    private Calls calls(URI server, Duration timeout, Supplier<Uni<Account>> account) {
        return new Calls(new Wire(http, dialer, server, timeout), account, failures, patience);
    }
}
