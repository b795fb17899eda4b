package io.nowbridge.servicenow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient and how demanding the client is, for each instance it talks to. */
@ConfigMapping(prefix = "nowbridge.servicenow")
interface ServiceNowConfig {

    /** How long a connection may take to open. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long one request may take, from asking for a connection to the last byte received. ServiceNow itself gives up after 60 s. */
    @WithDefault("10s")
    Duration callTimeout();

    /** How long a batch may take. ServiceNow itself ends it after 30 s, and answers what it came to. */
    @WithDefault("40s")
    Duration batchTimeout();

    /** How often a read is tried again when ServiceNow is unavailable; 0 for never. Writes never are. */
    @WithDefault("2")
    int readRetries();

    /** How long to wait before the first retry of a read, give or take a half; doubled for each further one. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** The longest that a read waits because ServiceNow asked for it; asked for more, it fails at once. */
    @WithDefault("2s")
    Duration longestRetryDelay();

    /** How many requests may be under way at once. A node of ServiceNow serves 4 for all integrations together. */
    @WithDefault("4")
    int concurrency();

    /** How many calls may wait for their turn; the next one is refused as unavailable. */
    @WithDefault("50")
    int queue();

    /** How many rows are asked for at once, at most 10000. */
    @WithDefault("200")
    int pageSize();
}
