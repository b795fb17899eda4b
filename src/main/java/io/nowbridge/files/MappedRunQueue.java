package io.nowbridge.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nowbridge.product.ChunkKey;
import io.nowbridge.product.RunId;
import io.nowbridge.product.RunQueue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Leaves long lists of chunks in a bucket, each a JSON array under {@code product-runs/}, from where a Distributed Map of Step
 * Functions works through them; whatever is not long goes through the queue.
 */
public final class MappedRunQueue implements RunQueue {

    private static final int LONG = 1_000;

    private final RunQueue queue;
    private final Supplier<S3AsyncClient> s3;
    private final String bucket;

    public MappedRunQueue(RunQueue queue, Supplier<S3AsyncClient> s3, String bucket) {
        this.queue = queue;
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Uni<Void> plan(RunId run) {
        return queue.plan(run);
    }

    // What waits for its time is not the map's: it begins at once.
    @Override
    public Uni<Void> work(List<ChunkKey> chunks, Duration delay) {
        return chunks.size() < LONG || !delay.isZero() ? queue.work(chunks, delay) : leave(chunks);
    }

    private Uni<Void> leave(List<ChunkKey> chunks) {
        var list = JsonNodeFactory.instance.arrayNode();
        chunks.forEach(chunk -> list.addObject()
                .put("run", chunk.run().value())
                .put("attempt", chunk.attempt())
                .put("place", chunk.place())
                .put("part", chunk.part()));
        var first = chunks.getFirst();
        var key = "product-runs/%s/%d-%04d.%03d.json"
                .formatted(first.run(), first.attempt(), first.place(), first.part());
        return Uni.createFrom()
                .completionStage(() -> s3.get()
                        .putObject(
                                put -> put.bucket(bucket).key(key).contentType("application/json"),
                                AsyncRequestBody.fromString(list.toString())))
                .replaceWithVoid();
    }
}
