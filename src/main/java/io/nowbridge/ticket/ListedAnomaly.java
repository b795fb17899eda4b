package io.nowbridge.ticket;

import io.nowbridge.anomaly.Anomaly;

/**
 * An anomaly, and how many tickets it has.
 *
 * @param tickets how many links there are; {@link #MANY} stands for so many or more
 */
public record ListedAnomaly(Anomaly anomaly, int tickets) {

    /** As far as links are counted. */
    public static final int MANY = 10;
}
