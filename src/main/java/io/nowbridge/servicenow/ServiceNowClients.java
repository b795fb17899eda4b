package io.nowbridge.servicenow;

import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.Credentials.ClientCredentials;
import io.nowbridge.servicenow.Credentials.Password;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes clients of ServiceNow instances. */
@Singleton
public final class ServiceNowClients {

    private final ServiceNowConfig config;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Answers answers;
    private final Dialer dialer;
    private final HttpClient http;

    ServiceNowClients(
            ServiceNowConfig config, InstantSource clock, RandomGenerator chance, Dialer dialer, Vertx vertx) {
        this.config = config;
        this.clock = clock;
        this.chance = chance;
        this.answers = new Answers(new Failures(new RetryAfter(clock)));
        this.dialer = dialer;
        this.http = vertx.createHttpClient(Wire.options(config));
    }

    /**
     * Makes the client of one instance, without talking to it yet. Keep it: the connections, the token and the limit on
     * concurrency belong to the client.
     */
    public ServiceNow connect(URI instance, Credentials credentials) {
        if (!isAddress(instance)) {
            throw new IllegalArgumentException("An instance's address is like https://example.service-now.com");
        }
        var wire = new Wire(http, dialer, instance, config.callTimeout());
        var tables = new Instance(
                wire, authorization(wire, credentials), answers, new Limits(config, clock, chance), config.pageSize());
        return new Tables(
                new TableIncidents(tables, instance),
                new TableUsers(tables),
                new TableGroups(tables),
                new TableChoices(tables));
    }

    private record Tables(Incidents incidents, Users users, Groups groups, Choices choices) implements ServiceNow {}

    private static boolean isAddress(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"))
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private Authorization authorization(Wire wire, Credentials credentials) {
        return switch (credentials) {
            case Basic user -> Authorization.basic(user);
            case ClientCredentials(var id, var secret, var scope) -> {
                var grant = new HashMap<>(Map.of("grant_type", "client_credentials"));
                scope.ifPresent(text -> grant.put("scope", text));
                yield tokens(wire, id, secret, grant);
            }
            case Password(var id, var secret, var username, var password) ->
                tokens(wire, id, secret, Map.of("grant_type", "password", "username", username, "password", password));
        };
    }

    private Authorization tokens(Wire wire, String id, String secret, Map<String, String> grant) {
        var client = Map.of("client_id", id, "client_secret", secret);
        var endpoint = new TokenEndpoint(wire, answers, clock, client, grant);
        return new TokenCache(endpoint, clock);
    }
}
