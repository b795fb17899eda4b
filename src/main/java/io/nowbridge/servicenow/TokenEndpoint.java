package io.nowbridge.servicenow;

import io.nowbridge.http.Request;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Trades credentials, or a refresh token where there is one, for a token. */
final class TokenEndpoint implements Function<Optional<String>, Uni<Token>> {

    // It changes no record: whatever becomes of it, the call that needs the token has not left yet.
    private static final Attempt FETCHING = Attempt.read("Fetching a token");

    private final Line line;
    private final Answers answers;
    private final InstantSource clock;
    private final Map<String, String> client;
    private final Supplier<Map<String, String>> grant;

    /** Names itself by {@code client} in every request, and asks by {@code grant} in the full one. */
    TokenEndpoint(
            Line line,
            Answers answers,
            InstantSource clock,
            Map<String, String> client,
            Supplier<Map<String, String>> grant) {
        this.line = line;
        this.answers = answers;
        this.clock = clock;
        this.client = client;
        this.grant = grant;
    }

    /** Asks by a refresh token. */
    static Map<String, String> refreshing(String refresh) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refresh);
    }

    @Override
    public Uni<Token> apply(Optional<String> refresh) {
        return refresh.map(this::refreshed).orElseGet(() -> fetch(grant.get()));
    }

    private Uni<Token> refreshed(String refresh) {
        return fetch(refreshing(refresh))
                .map(token -> token.orRefreshedBy(Optional.of(refresh)))
                // Refresh tokens expire and are revoked, and 401 is all that ServiceNow says to that.
                .onFailure(Unauthorized.class)
                .recoverWithUni(() -> fetch(grant.get()));
    }

    private Uni<Token> fetch(Map<String, String> parameters) {
        var form = new HashMap<>(client);
        form.putAll(parameters);
        return line.send(FETCHING, Request.form("/oauth_token.do", form))
                .map(response -> answers.document(FETCHING, response))
                .map(Answers.reading(FETCHING, document -> Token.of(document, clock.instant())))
                // What RFC 6749 answers with 400 is about the credentials as well.
                .onFailure(Rejected.class)
                .transform(refusal -> new Unauthorized(FETCHING.name() + " was refused"));
    }
}
