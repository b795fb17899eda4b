package io.nowbridge.qualytics;

import io.nowbridge.http.Response;
import io.nowbridge.qualytics.QualyticsException.Effect;
import io.nowbridge.qualytics.QualyticsException.Unauthorized;
import io.nowbridge.qualytics.QualyticsException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token that lets requests in, which may be replaced at any time: where it is refused, it is asked for again. */
final class Bearer {

    private final Supplier<Uni<String>> source;

    private volatile @Nullable String held;

    Bearer(Supplier<Uni<String>> source) {
        this.source = source;
    }

    /** Sends a request with the token, and once more with another where that one was refused and there is another. */
    Uni<Response> admit(Function<String, Uni<Response>> request) {
        return current()
                .flatMap(first -> request.apply(first)
                        .flatMap(response -> response.isRefusal()
                                ? fetched()
                                        .flatMap(second -> second.equals(first)
                                                ? Uni.createFrom().item(response)
                                                : request.apply(second))
                                : Uni.createFrom().item(response)));
    }

    private Uni<String> current() {
        return Uni.createFrom().deferred(() -> {
            var token = held;
            return token == null ? fetched() : Uni.createFrom().item(token);
        });
    }

    private Uni<String> fetched() {
        return Uni.createFrom()
                .deferred(source::get)
                .onFailure()
                .transform(Bearer::unfetched)
                .invoke(token -> held = token);
    }

    private static QualyticsException unfetched(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? new Unauthorized("The token cannot be used: " + failure.getMessage())
                : new Unavailable("The token could not be fetched", Optional.empty(), Effect.NONE, failure);
    }
}
