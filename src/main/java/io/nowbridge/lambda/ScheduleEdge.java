package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Where a tick of a schedule becomes a run. A run that fails fails the invocation, or nobody would hear of it. */
@Singleton
public final class ScheduleEdge {

    // Enough to end in good order before the platform ends the function.
    private static final Duration TO_END = Duration.ofSeconds(3);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    <O> O run(Context context, Supplier<Uni<O>> run) {
        var left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_END);
        return Uni.createFrom()
                .deferred(run::get)
                .ifNoItem()
                .after(left.isPositive() ? left : AT_ONCE)
                .fail()
                .await()
                .indefinitely();
    }
}
