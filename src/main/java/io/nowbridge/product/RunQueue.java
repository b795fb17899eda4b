package io.nowbridge.product;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Wakes whoever plans runs and works on chunks. What was sent twice is harmless. */
public interface RunQueue {

    Uni<Void> plan(RunId run);

    /** Has chunks worked on, after {@code delay}: 15 minutes at most. */
    Uni<Void> work(List<ChunkKey> chunks, Duration delay);
}
