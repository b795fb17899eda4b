package io.nowbridge.servicenow;

import io.nowbridge.http.Response;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets requests in by credentials that may be replaced at any time: where they are refused, they are asked for again. */
final class Rotation implements Authorization {

    private record Held(Credentials credentials, Authorization authorization) {}

    private final Supplier<Uni<Credentials>> source;
    private final Function<Credentials, Authorization> admission;
    private final Shared<Held> fetching = new Shared<>();

    private @Nullable Held held; // Guarded by this.

    Rotation(Supplier<Uni<Credentials>> source, Function<Credentials, Authorization> admission) {
        this.source = source;
        this.admission = admission;
    }

    @Override
    public Uni<Response> admit(Function<Pass, Uni<Response>> request) {
        return Uni.createFrom().deferred(this::current).flatMap(first -> admit(first, request));
    }

    private Uni<Response> admit(Held first, Function<Pass, Uni<Response>> request) {
        return first.authorization().admit(request).onItemOrFailure().transformToUni((response, failure) -> {
            var outcome = failure == null
                    ? Uni.createFrom().item(response)
                    : Uni.createFrom().<Response>failure(failure);
            return isRefusal(response, failure) ? again(first, request, outcome) : outcome;
        });
    }

    private static boolean isRefusal(@Nullable Response response, @Nullable Throwable failure) {
        return response == null ? failure instanceof Unauthorized : response.isRefusal();
    }

    private Uni<Response> again(Held first, Function<Pass, Uni<Response>> request, Uni<Response> refusal) {
        return successor(first)
                .flatMap(next -> next.map(second -> second.authorization().admit(request))
                        .orElse(refusal));
    }

    private synchronized Uni<Held> current() {
        return held == null ? fetched() : Uni.createFrom().item(held);
    }

    // Whoever was refused at the same time may have fetched them already.
    private synchronized Uni<Optional<Held>> successor(Held refused) {
        return (refused.equals(held) ? fetched() : current())
                .map(next -> Optional.of(next).filter(other -> !other.equals(refused)));
    }

    private Uni<Held> fetched() {
        return fetching.join(() -> Uni.createFrom()
                .deferred(source::get)
                .onFailure()
                .transform(Rotation::unfetched)
                .map(this::hold));
    }

    private synchronized Held hold(Credentials credentials) {
        if (held == null || !held.credentials().equals(credentials)) {
            held = new Held(credentials, admission.apply(credentials));
        }
        return held;
    }

    private static ServiceNowException unfetched(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? new Unauthorized("The credentials cannot be used: " + failure.getMessage())
                : new Unavailable("The credentials could not be fetched", Optional.empty(), Effect.NONE, failure);
    }
}
