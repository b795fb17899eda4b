package io.nowbridge.tdsynnex;

import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries a read again while TD SYNNEX is unavailable: a few times, and as late as it asks for. */
final class Patience {

    private final TdSynnexConfig config;
    private final RandomGenerator chance;

    Patience(TdSynnexConfig config, RandomGenerator chance) {
        this.config = config;
        this.chance = chance;
    }

    <T> Uni<T> of(Supplier<Uni<T>> read) {
        return attempt(read, config.readRetries(), config.retryDelay());
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> read, int retries, Duration delay) {
        return Uni.createFrom().deferred(read::get).onFailure(Unavailable.class).recoverWithUni(failure -> {
            var pause = pause(failure, delay);
            return retries == 0 || pause.compareTo(config.longestRetryDelay()) > 0
                    ? Uni.createFrom().failure(failure)
                    : Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(pause)
                            .chain(() -> attempt(read, retries - 1, delay.multipliedBy(2)));
        });
    }

    private Duration pause(Unavailable failure, Duration delay) {
        var jittered = Duration.ofMillis(Math.max(1, Math.round(delay.toMillis() * (0.5 + chance.nextDouble()))));
        return failure.asked().filter(asked -> asked.compareTo(jittered) > 0).orElse(jittered);
    }
}
