package io.nowbridge.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.nowbridge.activity.Failure;
import io.nowbridge.activity.Invocation;
import io.nowbridge.activity.WhoCanFix;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Where a tick of a schedule becomes a run. A run that fails fails the invocation, or nobody would hear of it. */
@Singleton
public final class ScheduleEdge {

    private static final Logger LOG = Logger.getLogger(ScheduleEdge.class);

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
                .awaitUsing(Invocation.context(context.getAwsRequestId()))
                .indefinitely();
    }

    /** Runs what goes on past its failures: they are logged, once, and fail the invocation if one of them needs a person. */
    <O> O run(Context context, Supplier<Uni<O>> run, Function<O, List<Failure>> failures) {
        var outcome = run(context, run);
        var failed = failures.apply(outcome);
        failed.forEach(failure -> LOG.warnf(
                "Request %s, %s: %s. %s (%s)",
                context.getAwsRequestId(),
                failure.subject(),
                failure.cause(),
                failure.resolution(),
                failure.whoCanFix().label()));
        if (failed.stream().anyMatch(failure -> failure.whoCanFix() != WhoCanFix.NOBODY)) {
            throw new IllegalStateException("Somebody must act: %d failures are in the log".formatted(failed.size()));
        }
        return outcome;
    }
}
