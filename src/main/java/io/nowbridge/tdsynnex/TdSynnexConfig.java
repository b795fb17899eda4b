package io.nowbridge.tdsynnex;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient and how demanding the client is, for each instance it talks to. */
@ConfigMapping(prefix = "nowbridge.tdsynnex")
interface TdSynnexConfig {

    /** How long a connection may take to open. */
    @WithDefault("3s")
    Duration connectTimeout();

    /**
     * How long one request may take, from waiting for its turn to the last byte received. TD SYNNEX takes about 1 s for one
     * product, and more for more.
     */
    @WithDefault("20s")
    Duration callTimeout();

    /**
     * How long submitting an order may take. TD SYNNEX takes about 5 s, and 14 s were seen; an order that is given up has to be
     * asked for before it may be sent again.
     */
    @WithDefault("60s")
    Duration orderTimeout();

    /** How often a read is tried again when TD SYNNEX is unavailable; 0 for never. */
    @WithDefault("2")
    int readRetries();

    /** How long to wait before the first retry of a read, give or take a half; doubled for each further one. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** The longest that a read waits because TD SYNNEX asked for it; asked for more, it fails at once. */
    @WithDefault("5s")
    Duration longestRetryDelay();

    /** How many requests may be under way at once; further ones wait for their turn. */
    @WithDefault("3")
    int concurrency();

    /** How many products are asked for at once; other clients ask for 50, and no limit is published. */
    @WithDefault("50")
    int productsPerCall();
}
