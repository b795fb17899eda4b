package io.nowbridge.qualytics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient and how demanding the client is, for each instance it talks to. */
@ConfigMapping(prefix = "nowbridge.qualytics")
interface QualyticsConfig {

    /** How long a connection may take to open. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long one request may take, from waiting for its turn to the last byte received. */
    @WithDefault("10s")
    Duration callTimeout();

    /** How often a read is tried again when Qualytics is unavailable; 0 for never. Writes never are. */
    @WithDefault("2")
    int readRetries();

    /** How long to wait before the first retry of a read, give or take a half; doubled for each further one. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** The longest that a read waits because Qualytics asked for it; asked for more, it fails at once. */
    @WithDefault("2s")
    Duration longestRetryDelay();

    /** How many requests may be under way at once; further ones wait for their turn. */
    @WithDefault("4")
    int concurrency();

    /** How many anomalies or comments are asked for at once, at most 100. */
    @WithDefault("100")
    int pageSize();
}
