package io.nowbridge.sqs;

import io.nowbridge.sync.TicketWakeups;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code ticket-changes}, whose groups are tickets. */
public final class SqsTicketWakeups implements TicketWakeups {

    private final FifoQueue queue;

    public SqsTicketWakeups(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        queue = new FifoQueue(sqs, chance, queues.ticketChanges());
    }

    @Override
    public Uni<Void> wake(Collection<Wakeup> wakeups) {
        return queue.send(wakeups.stream().distinct().map(Message::of).toList());
    }
}
