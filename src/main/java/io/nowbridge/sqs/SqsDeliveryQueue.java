package io.nowbridge.sqs;

import io.nowbridge.delivery.DeliveryQueue;
import io.nowbridge.delivery.TicketUpdate;
import io.nowbridge.ticket.TicketRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code ticket-updates}, whose groups are tickets, and buries in its dead-letter queue. */
public final class SqsDeliveryQueue implements DeliveryQueue {

    private final FifoQueue queue;
    private final FifoQueue dead;

    public SqsDeliveryQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        queue = new FifoQueue(sqs, chance, queues.ticketUpdates());
        dead = new FifoQueue(sqs, chance, queues.deadTicketUpdates());
    }

    @Override
    public Uni<Void> wake(Collection<TicketRef> tickets) {
        return queue.send(tickets.stream().distinct().map(Message::of).toList());
    }

    @Override
    public Uni<Void> bury(TicketUpdate update) {
        return dead.send(List.of(Message.of(update)));
    }
}
