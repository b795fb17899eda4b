package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the token in use, and fetches the next one once however many ask for it. */
final class TokenCache implements Authorization {

    private final Function<Optional<String>, Uni<Token>> endpoint;
    private final InstantSource clock;

    // All three guarded by this.
    private @Nullable Token token;
    private @Nullable Uni<Token> fetching;
    private Optional<String> refresh = Optional.empty();

    /** Fetches by {@code endpoint}, which is handed the refresh token if there is one. */
    TokenCache(Function<Optional<String>, Uni<Token>> endpoint, InstantSource clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public Uni<String> header() {
        return Uni.createFrom().deferred(this::current).map(Token::header);
    }

    @Override
    public synchronized boolean renew(String refused) {
        if (token != null && token.header().equals(refused)) {
            token = null;
        }
        return true;
    }

    private synchronized Uni<Token> current() {
        if (token != null && token.isGoodAt(clock.instant())) {
            return Uni.createFrom().item(token);
        }
        if (fetching == null) {
            fetching = endpoint.apply(refresh)
                    .onItem()
                    .invoke(this::keep)
                    .onTermination()
                    .invoke(this::arrived)
                    .memoize()
                    .indefinitely();
        }
        return fetching;
    }

    private synchronized void keep(Token fetched) {
        token = fetched;
        refresh = fetched.refresh();
    }

    // After a failure too, which the next caller need not share.
    private synchronized void arrived() {
        fetching = null;
    }
}
