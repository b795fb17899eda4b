package io.nowbridge.product;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a run's products are worked on.
 *
 * @param left how long the rest takes, should it go on like that
 */
public record Speed(double perSecond, Duration left) {

    private static final double MILLIS = 1000.0;

    /** Empty unless its products are being worked on, and some were. */
    public static Optional<Speed> of(Run run, Instant now) {
        var over = run.progress().done() + run.progress().failed();
        return run.progress()
                .writingSince()
                .filter(since -> run.state() == Run.State.WRITING && over > 0 && since.isBefore(now))
                .map(since -> Duration.between(since, now))
                .map(taken -> new Speed(
                        over * MILLIS / Math.max(1, taken.toMillis()),
                        taken.multipliedBy(run.left()).dividedBy(over)));
    }
}
