package io.nowbridge.http;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Tries a read again while its failure is {@link Passing}: a few times, and as late as the remote system asks for. */
public final class Patience {

    private final int retries;
    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;

    /**
     * With so many retries at most, {@code first} before the first of them, give or take a half, and twice as long before each
     * further one. Asked to wait for longer than {@code longest}, a read fails at once.
     */
    public Patience(int retries, Duration first, Duration longest, RandomGenerator chance) {
        this.retries = retries;
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    public <T> Uni<T> of(Supplier<Uni<T>> read) {
        return attempt(read, 0);
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> read, int retried) {
        return Uni.createFrom()
                .deferred(read::get)
                .onFailure(failure -> retried < retries && heals(failure))
                .recoverWithUni(failure -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(pause(failure, retried))
                        .chain(() -> attempt(read, retried + 1)));
    }

    private boolean heals(Throwable failure) {
        return failure instanceof Passing && asked(failure).compareTo(longest) <= 0;
    }

    /** How long to wait after a failure, with so many retries made. */
    Duration pause(Throwable failure, int retried) {
        var delay = first.toMillis() << retried;
        var jittered = Duration.ofMillis(Math.max(1, Math.round(delay * (0.5 + chance.nextDouble()))));
        var asked = asked(failure);
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }

    private static Duration asked(Throwable failure) {
        return failure instanceof Passing passing ? passing.asked().orElse(Duration.ZERO) : Duration.ZERO;
    }
}
