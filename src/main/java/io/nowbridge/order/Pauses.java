package io.nowbridge.order;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long an order is left alone after a try in vain: twice as long each time. */
final class Pauses {

    // Orders are woken once a minute.
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    // Upwards only, so that what was asked for is kept; orders that failed together do not come back together.
    private static final double JITTER = 0.2;

    private final RandomGenerator chance;
    private final Duration longest;

    Pauses(RandomGenerator chance, Duration longest) {
        this.chance = chance;
        this.longest = longest;
    }

    /** The pause after so many tries before this one, and {@code least} at least, but never beyond the longest. */
    Duration after(int tries, Duration least) {
        var grown = SHORTEST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        var wanted = grown.compareTo(least) < 0 ? least : grown;
        var pause = wanted.compareTo(longest) < 0 ? wanted : longest;
        return pause.plusMillis(Math.round(pause.toMillis() * JITTER * chance.nextDouble()));
    }
}
