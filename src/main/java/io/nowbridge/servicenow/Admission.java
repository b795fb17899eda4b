package io.nowbridge.servicenow;

import io.nowbridge.servicenow.Credentials.ApiKey;
import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.Credentials.ClientCredentials;
import io.nowbridge.servicenow.Credentials.JwtBearer;
import io.nowbridge.servicenow.Credentials.Password;
import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Says how each kind of credentials lets requests in: by a header of its own, or by a token that it is traded for. */
final class Admission implements Function<Credentials, Authorization> {

    private final Line line;
    private final Answers answers;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Function<RefreshToken, Uni<Void>> keep;

    Admission(
            Line line,
            Answers answers,
            InstantSource clock,
            RandomGenerator chance,
            Function<RefreshToken, Uni<Void>> keep) {
        this.line = line;
        this.answers = answers;
        this.clock = clock;
        this.chance = chance;
        this.keep = keep;
    }

    @Override
    public Authorization apply(Credentials credentials) {
        return switch (credentials) {
            case Basic(var username, var password) -> always(Pass.basic(username, password));
            case ApiKey(var key, var header) -> always(new Pass(header.orElse(ApiKey.HEADER), key));
            case ClientCredentials(var id, var secret, var scope) ->
                tokens(endpoint(id, secret, () -> clientCredentials(scope)));
            case Password(var id, var secret, var username, var password) ->
                tokens(endpoint(id, secret, () -> password(username, password)));
            case RefreshToken(var id, var secret, var token) ->
                tokens(new LastingToken(
                        new RefreshToken(id, secret, token),
                        endpoint(id, secret, () -> TokenEndpoint.refreshing(token)),
                        keep));
            case JwtBearer bearer ->
                tokens(endpoint(bearer.clientId(), bearer.clientSecret(), () -> assertion(bearer)));
        };
    }

    private static Authorization always(Pass pass) {
        return request -> request.apply(pass);
    }

    private Authorization tokens(Function<Optional<String>, Uni<Token>> endpoint) {
        return new TokenCache(endpoint, clock);
    }

    private TokenEndpoint endpoint(String id, String secret, Supplier<Map<String, String>> grant) {
        return new TokenEndpoint(line, answers, clock, Map.of("client_id", id, "client_secret", secret), grant);
    }

    private static Map<String, String> clientCredentials(Optional<String> scope) {
        var grant = new HashMap<>(Map.of("grant_type", "client_credentials"));
        scope.ifPresent(text -> grant.put("scope", text));
        return grant;
    }

    private static Map<String, String> password(String username, String password) {
        return Map.of("grant_type", "password", "username", username, "password", password);
    }

    private Map<String, String> assertion(JwtBearer bearer) {
        return Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                Assertion.of(bearer, clock.instant(), chance));
    }
}
