package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;

/** Whoever waits for a call, and may leave; a guard does not pass a cancellation on. */
final class Caller {

    private final Promise<Void> left = Promise.promise();

    void leave() {
        left.tryComplete();
    }

    /** Does the work, or as much of it as is done before the caller leaves: none if that was earlier. */
    <T> Uni<T> whileWaiting(Attempt attempt, Uni<T> work) {
        var departure = Uni.createFrom()
                .<T>emitter(emitter -> left.future()
                        .onSuccess(
                                gone -> emitter.fail(new Rejected(attempt.name() + " was given up", "", Effect.NONE))));
        return Uni.createFrom()
                .deferred(() -> left.future().isComplete()
                        ? departure
                        : Uni.combine().any().of(departure, work));
    }
}
