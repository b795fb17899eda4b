package io.nowbridge.sqs;

import io.nowbridge.export.ExportQueue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code exports}, whose groups are exports. */
public final class SqsExportQueue implements ExportQueue {

    private final FifoQueue queue;

    public SqsExportQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        queue = new FifoQueue(sqs, chance, queues.exports());
    }

    @Override
    public Uni<Void> wake(String id) {
        return queue.send(List.of(Message.ofExport(id)));
    }
}
