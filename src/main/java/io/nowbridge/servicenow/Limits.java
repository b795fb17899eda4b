package io.nowbridge.servicenow;

import io.nowbridge.http.InContext;
import io.nowbridge.http.Patience;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Keeps an instance from being asked for too much at once, and asks again where that is safe. */
final class Limits {

    private final ServiceNowConfig config;
    private final Guard turns;
    private final Patience patience;
    private final InstantSource clock;
    private final AtomicReference<Instant> notBefore = new AtomicReference<>(Instant.EPOCH);

    Limits(ServiceNowConfig config, InstantSource clock, RandomGenerator chance) {
        this.config = config;
        this.clock = clock;
        // Nothing here blocks, so no call has to be handed to another thread.
        this.turns = Guard.create()
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(config.queue())
                .done()
                .withThreadOffload(false)
                .build();
        this.patience = new Patience(config.readRetries(), config.retryDelay(), config.longestRetryDelay(), chance);
    }

    /**
     * Makes the call when its turn comes, and once only unless it just reads. A caller that gives up meanwhile is not served
     * later: {@code call} is handed the caller that it works for.
     */
    Uni<Answer> call(Attempt attempt, Function<Caller, Uni<Answer>> call) {
        return Uni.createFrom().context(waiting -> {
            var pause = Duration.between(clock.instant(), notBefore.get());
            if (pause.isPositive()) {
                return Uni.createFrom()
                        .failure(new Unavailable(
                                attempt.name() + " was not tried: the instance asked to be left alone",
                                Optional.of(pause),
                                Effect.NONE,
                                null));
            }
            var caller = new Caller();
            Supplier<Uni<Answer>> turn = () -> turn(attempt, () -> InContext.of(waiting, call.apply(caller)));
            return (attempt.writes() ? turn.get() : patience.of(turn))
                    .onFailure(Unavailable.class)
                    .invoke(this::keepAway)
                    .onCancellation()
                    .invoke(caller::leave);
        });
    }

    private Uni<Answer> turn(Attempt attempt, Supplier<Uni<Answer>> call) {
        return turns.get(call, new TypeLiteral<Uni<Answer>>() {})
                .onFailure(BulkheadException.class)
                .transform(full -> new Unavailable(
                        attempt.name() + " found too many calls waiting", Optional.empty(), Effect.NONE, full));
    }

    // A shorter pause than this is waited for by the read that was asked for it.
    private void keepAway(Throwable failure) {
        ((Unavailable) failure)
                .asked()
                .filter(asked -> asked.compareTo(config.longestRetryDelay()) > 0)
                .ifPresent(asked -> notBefore.accumulateAndGet(
                        clock.instant().plus(asked), (one, other) -> one.isAfter(other) ? one : other));
    }
}
