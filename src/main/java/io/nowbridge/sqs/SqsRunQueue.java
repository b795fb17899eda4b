package io.nowbridge.sqs;

import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.RunId;
import io.nowbridge.product.RunQueue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wakes through the queue {@code product-runs}, whose groups are runs, and {@code product-chunks}, which has no order. */
public final class SqsRunQueue implements RunQueue {

    private final FifoQueue runs;
    private final StandardQueue chunks;

    public SqsRunQueue(SqsAsyncClient sqs, QueueConfig queues, RandomGenerator chance) {
        runs = new FifoQueue(sqs, chance, queues.productRuns());
        chunks = new StandardQueue(sqs, queues.productChunks());
    }

    @Override
    public Uni<Void> plan(RunId run) {
        return runs.send(List.of(Message.of(run)));
    }

    @Override
    public Uni<Void> work(List<ChunkKey> keys, Duration delay) {
        return chunks.send(keys.stream().map(Message::of).toList(), delay);
    }
}
