package io.nowbridge.http;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;

/**
 * Work that is waited for with a context of its own, not with that of whoever takes what comes of it: for one of many at once,
 * or behind something that subscribes by itself and so loses the context, as a fault tolerance guard does.
 */
public final class InContext {

    private InContext() {}

    public static <T> Uni<T> of(Context context, Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            var waiting = work.subscribe().with(context, emitter::complete, emitter::fail);
            emitter.onTermination(waiting::cancel);
        });
    }
}
