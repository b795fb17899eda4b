package io.nowbridge.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** How long a ticket is left alone after a try in vain: ever longer, about six hours in all, and then no
 * more; in less than that where no pause may be that long. */
final class Pauses {

    private static final List<Duration> GROWING = Stream.concat(
                    Stream.of("PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M").map(Duration::parse),
                    Collections.nCopies(11, Duration.ofMinutes(30)).stream())
            .toList();

    // Each way, so that the tickets that failed together do not come back together.
    private static final double JITTER = 0.1;

    private final RandomGenerator chance;
    private final Duration longest;

    Pauses(RandomGenerator chance, Duration longest) {
        this.chance = chance;
        this.longest = longest;
    }

    /** The pause after as many tries; empty once there were enough. */
    Optional<Duration> after(int tries) {
        return tries > GROWING.size() ? Optional.empty() : Optional.of(jittered(notTooLong(GROWING.get(tries - 1))));
    }

    private Duration notTooLong(Duration pause) {
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private Duration jittered(Duration pause) {
        var factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
