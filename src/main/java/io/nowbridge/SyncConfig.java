package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How anomalies and tickets are kept in step where no message tells of a change. */
@ConfigMapping(prefix = "nowbridge.sync")
interface SyncConfig {

    /** How far the first sweep of an anomaly platform looks back for anomalies that it has not told of. */
    @WithDefault("P1D")
    Duration sweepReach();

    /** How long a desk without open linked tickets is left alone; with some, it is looked at on every tick. */
    @WithDefault("PT15M")
    Duration pullIdle();

    /**
     * How far before the last look at a desk the next one begins. A transaction that is longer shows its changes too late to be
     * seen; a longer overlap costs the same changes another look.
     */
    @WithDefault("PT60S")
    Duration pullOverlap();

    /** How many changes of a table one look takes in; the next look goes on from there. */
    @WithDefault("1000")
    int pullMost();

    /**
     * How often to look at a ticket that does not show a change yet of which its desk has told; the pull finds what is shown
     * later.
     */
    @WithDefault("4")
    int followLooks();

    /** The pause between the first look and the second; each further one is twice as long: 7 s in all, with four looks. */
    @WithDefault("PT1S")
    Duration followPause();
}
