package io.nowbridge.product;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Wakes whoever plans runs and works on chunks. What was sent twice is harmless. */
public interface RunQueue {

    /** The longest that a message can be kept back (SQS). */
    Duration LONGEST_DELAY = Duration.ofMinutes(15);

    Uni<Void> plan(RunId run);

    /** Has chunks worked on, after {@code delay}: {@link #LONGEST_DELAY} at most. */
    Uni<Void> work(List<ChunkKey> chunks, Duration delay);
}
