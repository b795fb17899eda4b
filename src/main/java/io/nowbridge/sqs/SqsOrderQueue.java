package io.nowbridge.sqs;

import io.nowbridge.order.OrderId;
import io.nowbridge.order.OrderQueue;
import io.nowbridge.template.TemplateId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code orders}, whose groups are orders, and templates that look at their desks. */
public final class SqsOrderQueue implements OrderQueue {

    private final FifoQueue queue;

    public SqsOrderQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        queue = new FifoQueue(sqs, chance, queues.orders());
    }

    @Override
    public Uni<Void> advance(Collection<OrderId> orders) {
        return queue.send(orders.stream().distinct().map(Message::of).toList());
    }

    @Override
    public Uni<Void> look(TemplateId template, Optional<String> number, String by) {
        return queue.send(List.of(Message.of(template, number, by)));
    }
}
