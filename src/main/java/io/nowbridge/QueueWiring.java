package io.nowbridge;

import io.nowbridge.anomaly.AnomalyWakeups;
import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.sqs.QueueConfig;
import io.nowbridge.sqs.SqsAnomalyWakeups;
import io.nowbridge.sqs.SqsDeliveryQueue;
import io.nowbridge.sqs.SqsTicketWakeups;
import io.nowbridge.sync.TicketWakeups;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Which queue wakes whom. */
final class QueueWiring {

    @Produces
    @Singleton
    AnomalyWakeups anomalyWakeups(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        return new SqsAnomalyWakeups(sqs, queues, chance);
    }

    @Produces
    @Singleton
    DeliveryQueue deliveryQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        return new SqsDeliveryQueue(sqs, queues, chance);
    }

    @Produces
    @Singleton
    TicketWakeups ticketWakeups(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        return new SqsTicketWakeups(sqs, queues, chance);
    }
}
