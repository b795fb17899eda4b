package io.nowbridge.local.tdsynnex;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which catalogue is sold, on which of its days, and what is wrong with the file of that day.
 *
 * @param skus how many there are on day 0
 * @param since the date of day 0
 * @param changedShares how many of the products get another price or stock from a day to the next, by the first day for
 *     which it holds
 * @param malformedShare how many of the rows of the day's file cannot be read
 * @param missingShare how many of them are not there
 * @param delta whether the day's file has only what changed since the day before
 */
record Scenario(
        long seed,
        int skus,
        int day,
        Region region,
        LocalDate since,
        NavigableMap<Integer, Double> changedShares,
        double malformedShare,
        double missingShare,
        boolean delta) {

    /** 3 % of the products get another price, 5 % other stock. */
    static final double USUAL_CHANGE = 0.08;

    static final int MOST_SKUS = 2_000_000;
    static final int LAST_DAY = 365;

    Scenario {
        within("skus", skus, 1, MOST_SKUS);
        within("day", day, 0, LAST_DAY);
        within("malformedShare", malformedShare, 0, 1);
        within("missingShare", missingShare, 0, 1);
        changedShares = Collections.unmodifiableNavigableMap(new TreeMap<>(changedShares));
        changedShares.values().forEach(share -> within("changedShare", share, 0, 1));
    }

    static Scenario of(long seed, int skus, LocalDate since) {
        return new Scenario(seed, skus, 0, Region.US, since, usual(), 0, 0, false);
    }

    LocalDate date() {
        return since.plusDays(day);
    }

    /** The share of the products that get another price or stock on {@code someDay}. */
    double changedShare(int someDay) {
        return changedShares.floorEntry(Math.max(1, someDay)).getValue();
    }

    /** Another day, whose file is in order. */
    Scenario on(int otherDay) {
        return new Scenario(seed, skus, otherDay, region, since, changedShares, 0, 0, false);
    }

    /** Another catalogue, on its first day. */
    Scenario selling(long otherSeed, int otherSkus) {
        return new Scenario(otherSeed, otherSkus, 0, region, since, usual(), 0, 0, false);
    }

    Scenario in(Region other) {
        return new Scenario(seed, skus, day, other, since, changedShares, malformedShare, missingShare, delta);
    }

    /** The same up to this day, and with another share of changes from tomorrow on. */
    Scenario changing(double share) {
        var shares = new TreeMap<>(changedShares.headMap(day, true));
        shares.put(day + 1, share);
        return new Scenario(seed, skus, day, region, since, shares, malformedShare, missingShare, delta);
    }

    /** The same with another file of this day. */
    Scenario delivering(double malformed, double missing, boolean asDelta) {
        return new Scenario(seed, skus, day, region, since, changedShares, malformed, missing, asDelta);
    }

    private static NavigableMap<Integer, Double> usual() {
        return new TreeMap<>(Map.of(1, USUAL_CHANGE));
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " is from " + whole(least) + " to " + whole(most));
        }
    }

    private static String whole(double bound) {
        return Long.toString((long) bound);
    }
}
