package io.nowbridge.servicenow;

import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fetches tokens by a refresh token that must outlast us. Where the instance replaces it, the new one is kept outside before
 * any token got with it is used; until that has worked, each fetch tries it again.
 */
final class LastingToken implements Function<Optional<String>, Uni<Token>> {

    private final RefreshToken given;
    private final Function<Optional<String>, Uni<Token>> endpoint;
    private final Function<RefreshToken, Uni<Void>> keep;

    // Touched by one fetch at a time, but by each on another thread.
    private volatile Optional<String> replacement = Optional.empty();
    private volatile boolean kept = true;

    /** Falls back on {@code given} where {@code endpoint} is handed nothing newer. */
    LastingToken(
            RefreshToken given,
            Function<Optional<String>, Uni<Token>> endpoint,
            Function<RefreshToken, Uni<Void>> keep) {
        this.given = given;
        this.endpoint = endpoint;
        this.keep = keep;
    }

    @Override
    public Uni<Token> apply(Optional<String> ignored) {
        return endpoint.apply(replacement).invoke(this::notice).call(this::secure);
    }

    private void notice(Token token) {
        var latest = replacement.orElse(given.refreshToken());
        token.refresh().filter(refresh -> !refresh.equals(latest)).ifPresent(refresh -> {
            replacement = Optional.of(refresh);
            kept = false;
        });
    }

    private Uni<Void> secure() {
        return replacement
                .filter(refresh -> !kept)
                .map(refresh -> keep.apply(new RefreshToken(given.clientId(), given.clientSecret(), refresh))
                        .onItem()
                        .invoke(() -> kept = true)
                        .onFailure()
                        .transform(failure -> new Unavailable(
                                "A new refresh token could not be kept", Optional.empty(), Effect.NONE, failure)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
