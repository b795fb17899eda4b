package io.nowbridge.sqs;

import io.nowbridge.anomaly.AnomalyEvent;
import io.nowbridge.anomaly.AnomalyWakeups;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code anomaly-events}, whose groups are anomalies. */
public final class SqsAnomalyWakeups implements AnomalyWakeups {

    private final FifoQueue queue;

    public SqsAnomalyWakeups(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        queue = new FifoQueue(sqs, chance, queues.anomalyEvents());
    }

    @Override
    public Uni<Void> wake(List<AnomalyEvent> events) {
        return queue.send(events.stream().map(Message::of).toList());
    }
}
