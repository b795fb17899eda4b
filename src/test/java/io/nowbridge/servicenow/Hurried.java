package io.nowbridge.servicenow;

import java.time.Duration;

/** A configuration for tests, which wait for nothing longer than they must. */
record Hurried(
        Duration connectTimeout,
        Duration callTimeout,
        int readRetries,
        Duration retryDelay,
        Duration longestRetryDelay,
        int concurrency,
        int queue,
        int pageSize)
        implements ServiceNowConfig {

    static final Hurried SHORT = new Hurried(
            Duration.ofSeconds(2), Duration.ofSeconds(5), 2, Duration.ofMillis(1), Duration.ofSeconds(1), 4, 50, 2);

    @Override
    public Duration batchTimeout() {
        return callTimeout;
    }

    Hurried withCallTimeout(Duration limit) {
        return new Hurried(
                connectTimeout, limit, readRetries, retryDelay, longestRetryDelay, concurrency, queue, pageSize);
    }

    Hurried withQueue(int places) {
        return new Hurried(
                connectTimeout, callTimeout, readRetries, retryDelay, longestRetryDelay, concurrency, places, pageSize);
    }
}
