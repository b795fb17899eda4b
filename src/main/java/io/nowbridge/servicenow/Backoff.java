package io.nowbridge.servicenow;

import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long one read waits between its attempts: twice as long each time, give or take a half, and at least what was asked. */
final class Backoff implements CustomBackoffStrategy {

    private final RandomGenerator chance;
    private long delay;

    Backoff(Duration first, RandomGenerator chance) {
        this.delay = first.toMillis();
        this.chance = chance;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        var jittered = Math.round(delay * (0.5 + chance.nextDouble()));
        delay *= 2;
        return failure instanceof Unavailable unavailable
                ? Math.max(jittered, unavailable.asked().orElse(Duration.ZERO).toMillis())
                : jittered;
    }
}
