package io.nowbridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the submission of orders is. */
@ConfigMapping(prefix = "nowbridge.orders")
interface OrderConfig {

    /**
     * How much longer than its function may run a worker keeps the order that it has taken. Shorter, two could be at work on one;
     * longer only makes the next one wait after a crash.
     */
    @WithDefault("30s")
    Duration margin();

    /** How long a worker goes on at most, whatever time its function has: what it holds when it dies, others wait for. */
    @WithDefault("170s")
    Duration shift();

    /**
     * How long it takes at most to send an order and to hear of it; TD SYNNEX takes 5 s on average. With less time left, nothing
     * is sent. Shorter, a slow answer is lost with its function; longer than the function's time, nothing is ever sent.
     */
    @WithDefault("60s")
    Duration sending();

    /**
     * How long after it may have left an order is looked for at its distributor. Shorter, one that is there and not shown yet
     * would be sent again, and it would be the distributor who refuses it.
     */
    @WithDefault("2m")
    Duration settling();

    /** How long an order is left alone at most after a try in vain. */
    @WithDefault("15m")
    Duration longestPause();

    /** How long it is tried to find out what became of an order, before a person is asked to. */
    @WithDefault("24h")
    Duration patience();

    /** How many workers ask one distributor at the same time. */
    @WithDefault("4")
    int atOnce();

    /** How many orders a tick wakes at most. */
    @WithDefault("1000")
    int wakeAtOnce();
}
