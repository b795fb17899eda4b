package io.nowbridge.activity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many entries the log has of each kind of action and result, hour by hour. */
public interface ActivityCounts {

    /** The longest time that is counted at once. */
    Duration LONGEST = Duration.ofDays(92);

    /**
     * The counts of the hours (UTC) from the one in which {@code from} lies to the one in which the last moment before
     * {@code to} does, the first hour first; what there was none of is left out. Fails with an {@link
     * IllegalArgumentException} where that is longer than {@link #LONGEST}.
     */
    Uni<List<Count>> between(Instant from, Instant to);

    /** Fails with an {@link IllegalArgumentException} unless there is a time between the two, and not too long a one. */
    static void check(Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("counts are of a time of at most %d days".formatted(LONGEST.toDays()));
        }
    }

    /**
     * How many entries began in an hour and have come to a result.
     *
     * @param hour its beginning
     */
    record Count(Instant hour, Operation operation, Result result, long entries) {}
}
