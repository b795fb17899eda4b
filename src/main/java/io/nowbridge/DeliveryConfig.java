package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries to tickets take turns, and wait for writes that were not answered. */
@ConfigMapping(prefix = "nowbridge.delivery")
interface DeliveryConfig {

    /**
     * How long a worker's turn at a ticket lasts. Shorter than the time limit of {@code deliverTicketUpdate} (29 s), two could
     * be at work on one ticket; longer only makes the next one wait after a crash.
     */
    @WithDefault("40s")
    Duration lease();

    /**
     * How long after its begin a turn takes up no further update, so that the last one is looked for and written before the
     * function's time is over.
     */
    @WithDefault("8s")
    Duration turn();

    /**
     * How long after it was announced a write that was not answered may still be carried out: until then it is looked for, but
     * not written again. The function may send it until the end of its 29 s, and ServiceNow cuts a transaction at 60 s.
     */
    @WithDefault("95s")
    Duration settling();

    /**
     * How long a ticket is left alone at most between two tries. It is tried 18 times, over six hours; shorter, it is given up
     * sooner.
     */
    @WithDefault("30m")
    Duration longestPause();

    /** How many tickets a tick wakes at most, the connections together. */
    @WithDefault("1000")
    int wakeAtOnce();
}
