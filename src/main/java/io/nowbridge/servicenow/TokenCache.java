package io.nowbridge.servicenow;

import io.nowbridge.http.Response;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the token in use, and fetches the next one once however many ask for it. */
final class TokenCache implements Authorization {

    private final Function<Optional<String>, Uni<Token>> endpoint;
    private final InstantSource clock;
    private final Shared<Token> fetching = new Shared<>();

    // Both guarded by this.
    private @Nullable Token token;
    private Optional<String> refresh = Optional.empty();

    /** Fetches by {@code endpoint}, which is handed the refresh token if there is one. */
    TokenCache(Function<Optional<String>, Uni<Token>> endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public Uni<Response> admit(Function<Pass, Uni<Response>> request) {
        return header().flatMap(first -> request.apply(Pass.authorization(first))
                .flatMap(response -> {
                    if (!response.isRefusal()) {
                        return Uni.createFrom().item(response);
                    }
                    forget(first);
                    return header().flatMap(second -> request.apply(Pass.authorization(second)));
                }));
    }

    Uni<String> header() {
        return Uni.createFrom().deferred(this::current).map(Token::header);
    }

    /** Does without a header that was refused, if it is still the one in use. */
    synchronized void forget(String refused) {
        if (token != null && token.header().equals(refused)) {
            token = null;
        }
    }

    private synchronized Uni<Token> current() {
        return token != null && token.isGoodAt(clock.instant())
                ? Uni.createFrom().item(token)
                : fetching.join(() -> endpoint.apply(refresh).invoke(this::keep));
    }

    private synchronized void keep(Token fetched) {
        token = fetched;
        refresh = fetched.refresh();
    }
}
