package io.nowbridge.servicenow;

import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.Credentials.ClientCredentials;
import io.nowbridge.servicenow.Credentials.Password;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Makes clients of ServiceNow instances. */
@Singleton
public final class ServiceNowClients {

    private static final int LONGEST_IDLE_SECONDS = 10;

    private final ServiceNowConfig config;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Answers answers;
    private final Exchange exchange;

    ServiceNowClients(ServiceNowConfig config, InstantSource clock, RandomGenerator chance) {
        this.config = config;
        this.clock = clock;
        this.chance = chance;
        this.answers = new Answers(new Failures(new RetryAfter(clock)));
        this.exchange = new Exchange(config.callTimeout());
    }

    /**
     * Makes the client of one instance, without talking to it yet. Keep it: the connections, the token and the limit on
     * concurrency belong to the client.
     */
    public ServiceNow connect(URI instance, Credentials credentials) {
        if (!isAddress(instance)) {
            throw new IllegalArgumentException("An instance's address is like https://example.service-now.com");
        }
        var tables = new Instance(
                api(instance, TableApi.class),
                authorization(instance, credentials),
                exchange,
                answers,
                new Limits(config, clock, chance),
                config.pageSize());
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

    private Authorization authorization(URI instance, Credentials credentials) {
        return switch (credentials) {
            case Basic user -> Authorization.basic(user);
            case ClientCredentials(var id, var secret, var scope) -> {
                var grant = new HashMap<>(Map.of("grant_type", "client_credentials"));
                scope.ifPresent(text -> grant.put("scope", text));
                yield tokens(instance, id, secret, grant);
            }
            case Password(var id, var secret, var username, var password) ->
                tokens(
                        instance,
                        id,
                        secret,
                        Map.of("grant_type", "password", "username", username, "password", password));
        };
    }

    private Authorization tokens(URI instance, String id, String secret, Map<String, String> grant) {
        var client = Map.of("client_id", id, "client_secret", secret);
        var endpoint = new TokenEndpoint(api(instance, TokenApi.class), exchange, answers, clock, client, grant);
        return new TokenCache(endpoint, clock);
    }

    // Cookies would tie all calls to one session, which serves them one at a time; this client keeps none.
    private <T> T api(URI instance, Class<T> api) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(instance)
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.callTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // A connection that slept while the sandbox was frozen is dead, and a write that meets it has no
                // answer.
                .property(QuarkusRestClientProperties.CONNECTION_TTL, LONGEST_IDLE_SECONDS)
                .followRedirects(false)
                .userAgent("Nowbridge")
                // A status that is no success comes back as a response like any other, for Answers to judge.
                .disableDefaultMapper(true)
                .build(api);
    }
}
