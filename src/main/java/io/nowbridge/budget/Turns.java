package io.nowbridge.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has the turns at a connection, as stores keep it.
 *
 * @param holders until when each has one, unless it is given back before
 * @param pausedUntil before which nobody takes one
 */
public record Turns(Map<String, Instant> holders, Instant pausedUntil) {

    public static final Turns FREE = new Turns(Map.of(), Instant.EPOCH);

    // A turn is mostly given back long before it runs out; and whoever has one mostly does what others come for, so
    // that
    // coming all the time would only cost calls.
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    public Turns {
        holders = Map.copyOf(holders);
    }

    /** Those after {@code owner} has taken one; empty if it cannot have one at {@code now}. */
    public Optional<Turns> taken(String owner, int most, Instant now, Instant until) {
        var left = new HashMap<>(holders);
        left.values().removeIf(end -> !end.isAfter(now));
        left.remove(owner);
        if (pausedUntil.isAfter(now) || left.size() >= most) {
            return Optional.empty();
        }
        left.put(owner, until);
        return Optional.of(new Turns(left, pausedUntil));
    }

    /** When to ask again, where it could not. */
    public Instant next(Instant now) {
        if (pausedUntil.isAfter(now)) {
            return pausedUntil;
        }
        var moment = now.plus(A_MOMENT);
        return holders.values().stream()
                .filter(end -> end.isAfter(now) && end.isBefore(moment))
                .min(Instant::compareTo)
                .orElse(moment);
    }

    public Turns without(String owner) {
        var left = new HashMap<>(holders);
        left.remove(owner);
        return new Turns(left, pausedUntil);
    }

    /** Those that are paused until {@code until} at least. */
    public Turns paused(Instant until) {
        return until.isAfter(pausedUntil) ? new Turns(holders, until) : this;
    }
}
