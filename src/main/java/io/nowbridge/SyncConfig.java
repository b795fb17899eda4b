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
}
