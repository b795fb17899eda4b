package io.nowbridge.sqs;

import io.smallrye.config.ConfigMapping;

/** Where the queues are: their URLs, as SQS gives them. */
@ConfigMapping(prefix = "nowbridge.queues")
public interface QueueConfig {

    String anomalyEvents();

    String ticketUpdates();

    /** Where the updates go that were given up; what lies there alarms. */
    String deadTicketUpdates();

    String ticketChanges();

    String exports();

    String productRuns();

    String productChunks();

    String orders();
}
