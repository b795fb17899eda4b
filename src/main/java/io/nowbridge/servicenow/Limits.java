package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/** Keeps an instance from being asked for too much at once, and asks again where that is safe. */
final class Limits {

    private final ServiceNowConfig config;
    private final Guard turns;
    private final Guard repeats;

    Limits(ServiceNowConfig config, RandomGenerator chance) {
        this.config = config;
        this.turns = Guard.create()
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(config.queue())
                .done()
                .build();
        this.repeats = Guard.create()
                .withRetry()
                .maxRetries(config.readRetries())
                .whenException(this::heals)
                .withCustomBackoff()
                .strategy(() -> new Backoff(config.retryDelay(), chance))
                .done()
                .done()
                .build();
    }

    /** Makes the call when its turn comes, and once only unless it just reads. */
    Uni<Answer> call(Attempt attempt, Supplier<Uni<Answer>> call) {
        return attempt.writes() ? turn(attempt, call) : repeats.get(() -> turn(attempt, call), new TypeLiteral<>() {});
    }

    private Uni<Answer> turn(Attempt attempt, Supplier<Uni<Answer>> call) {
        return turns.get(call, new TypeLiteral<Uni<Answer>>() {})
                .onFailure(BulkheadException.class)
                .transform(full -> new Unavailable(
                        attempt.name() + " found too many calls waiting", Optional.empty(), true, full));
    }

    private boolean heals(Throwable failure) {
        return failure instanceof Unavailable unavailable
                && unavailable.asked().orElse(Duration.ZERO).compareTo(config.longestRetryDelay()) <= 0;
    }
}
