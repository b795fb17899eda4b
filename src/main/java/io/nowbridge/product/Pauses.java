package io.nowbridge.product;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** How long a chunk is left alone after a try in vain: ever longer. */
final class Pauses {

    private static final List<Duration> GROWING = Stream.of(
                    "PT5S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M")
            .map(Duration::parse)
            .toList();

    // Each way, so that the chunks that failed together do not come back together.
    private static final double JITTER = 0.1;

    private final RandomGenerator chance;
    private final Duration longest;

    Pauses(RandomGenerator chance, Duration longest) {
        this.chance = chance;
        this.longest = longest;
    }

    /** The pause after as many tries, from 1, and {@code least} at least. */
    Duration after(int tries, Duration least) {
        var grown = GROWING.get(Math.min(tries, GROWING.size()) - 1);
        var pause = grown.compareTo(longest) < 0 ? grown : longest;
        return jittered(pause.compareTo(least) < 0 ? least : pause);
    }

    private Duration jittered(Duration pause) {
        var factor = 1 + JITTER * (2 * chance.nextDouble() - 1);
        return Duration.ofMillis(Math.round(pause.toMillis() * factor));
    }
}
