package io.nowbridge.connector;

import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Keeps an eye on a connection while it is used.
 *
 * @param stillOpen fails with a {@link io.nowbridge.connection.ConnectedSystemException} once it is closed
 * @param tell is told when its credentials are refused
 */
record Watch(Supplier<Uni<Void>> stillOpen, Function<Unauthorized, Uni<Void>> tell) {

    <T> Uni<T> on(Uni<T> work) {
        return work.onFailure(Unauthorized.class).call(this::told);
    }

    <T> Multi<T> on(Multi<T> work) {
        return work.onFailure(Unauthorized.class).call(this::told);
    }

    /** Writes, unless the connection is closed by then. */
    <T> Uni<T> onWrite(Supplier<Uni<T>> write) {
        return stillOpen.get().chain(() -> on(write.get()));
    }

    // The caller is to hear of the refusal, whatever becomes of telling others.
    private Uni<Void> told(Throwable refusal) {
        return tell.apply((Unauthorized) refusal)
                .onFailure()
                .invoke(refusal::addSuppressed)
                .onFailure()
                .recoverWithNull();
    }
}
