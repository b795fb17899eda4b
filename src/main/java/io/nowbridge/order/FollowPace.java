package io.nowbridge.order;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/**
 * How long the distributor is not asked again about an order: half as long as nothing has happened, within bounds, so that what
 * moves is asked about often and what rests rarely.
 *
 * @param soonest the shortest pause, after it was placed and while parcels leave
 * @param settling the longest one while it waits to be shipped
 * @param billing the longest one when all has left, and bills or tracking numbers are missing
 * @param waiting the longest one while something is not in stock, and nobody says when it will be
 * @param farthest the longest one if somebody does; it is half the time that is left until then
 * @param patience how long an order that was placed may be unknown before a person has to find out
 * @param bills how long after the last parcel bills are waited for
 * @param memory how old an order may be whose template follows all of them, although it is over
 */
public record FollowPace(
        Duration soonest,
        Duration settling,
        Duration billing,
        Duration waiting,
        Duration farthest,
        Duration patience,
        Duration bills,
        Duration memory) {

    private static final int SHARE = 2;

    /** The pause after an order was seen to stand so. */
    Duration pause(Standing standing, Instant submitted, Instant now) {
        var quiet = Duration.between(lastHappening(standing, submitted), now);
        return switch (standing.status()) {
            case ACCEPTED, IN_REVIEW -> grown(quiet, soonest, settling);
            case PARTIALLY_SHIPPED ->
                isTracked(standing) ? waitingFor(standing, quiet, now) : grown(quiet, soonest, settling);
            case BACKORDERED -> waitingFor(standing, quiet, now);
            case SHIPPED, INVOICED, REJECTED, DELETED -> grown(quiet, soonest, billing);
        };
    }

    /** When something happened last, as far as the distributor says when. */
    static Instant lastHappening(Standing standing, Instant submitted) {
        return standing.parcels().stream()
                .flatMap(parcel -> parcel.shippedAt().stream())
                .max(Comparator.naturalOrder())
                .filter(submitted::isBefore)
                .orElse(submitted);
    }

    static boolean isTracked(Standing standing) {
        return standing.parcels().stream().allMatch(Parcels::isNumbered);
    }

    private Duration waitingFor(Standing standing, Duration quiet, Instant now) {
        return expected(standing)
                .map(expected -> within(Duration.between(now, expected).dividedBy(SHARE), settling, farthest))
                .orElseGet(() -> grown(quiet, soonest, standing.status() == Status.BACKORDERED ? waiting : settling));
    }

    // The start of the day at the distributor is some hours off; the pause before it is no shorter than those.
    private static Optional<Instant> expected(Standing standing) {
        return standing.lines().stream()
                .filter(line -> line.outstanding() > 0)
                .flatMap(line -> line.expected().stream())
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Duration grown(Duration quiet, Duration least, Duration most) {
        return within(quiet.dividedBy(SHARE), least, most);
    }

    private static Duration within(Duration wanted, Duration least, Duration most) {
        var atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) < 0 ? atLeast : most;
    }
}
