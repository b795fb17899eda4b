package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things may take before they count as left behind. */
@ConfigMapping(prefix = "nowbridge.reconcile")
interface ReconcileConfig {

    /** How long an event is left to its first wake-up; shorter only wakes its follower twice. */
    @WithDefault("2m")
    Duration quiet();

    /** How old an event that is not done is reported. */
    @WithDefault("6h")
    Duration late();

    /** How old it is given up, with an entry in the log: longer than a long weekend without the platform. */
    @WithDefault("7d")
    Duration end();

    /** How many events one run wakes at most, the oldest first. */
    @WithDefault("1000")
    int events();

    /** How many attempts at tickets one run looks after at most, the oldest first; each costs a few calls. */
    @WithDefault("50")
    int tickets();
}
