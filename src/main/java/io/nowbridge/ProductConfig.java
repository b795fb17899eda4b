package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How patient product synchronisations are, and when they ask a person. */
@ConfigMapping(prefix = "nowbridge.products")
interface ProductConfig {

    /**
     * How much longer than its function may run a worker keeps the run or the chunk that it has taken. Shorter, two could be at
     * work on one; longer only makes the next one wait after a crash.
     */
    @WithDefault("30s")
    Duration margin();

    /**
     * How long a worker goes on at most, whatever time its function has: what it holds when it dies, others wait for.
     */
    @WithDefault("170s")
    Duration shift();

    /** How long a chunk takes at most: with less time left, a worker begins no other one. Three batches of 30 s each, and a look. */
    @WithDefault("2m")
    Duration chunk();

    /** How long a chunk is left alone at most after a try in vain. */
    @WithDefault("15m")
    Duration longestPause();

    /** How long after the first try the products of a chunk are given up. */
    @WithDefault("24h")
    Duration patience();

    /**
     * The share of the products at the desk, in percent, that a full file may lack before a person is asked; 100 never asks, and
     * 0 asks for each.
     */
    @WithDefault("10")
    int mostVanished();

    /** Where long lists of chunks are left for a Distributed Map of Step Functions; without it they go through the queue. */
    Optional<String> mapBucket();
}
