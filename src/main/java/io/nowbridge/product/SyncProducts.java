package io.nowbridge.product;

import io.nowbridge.product.ProductDesk.ProductDesks;
import io.nowbridge.product.ProductWork.Conditions;
import io.nowbridge.product.ProductWork.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** Works on a chunk of a run, and then on others of it for as long as there is time. */
public final class SyncProducts {

    /** What became of it. */
    public sealed interface Outcome {

        /** So many chunks came to an end, and so many products in them. */
        record Worked(int chunks, long done, long failed) implements Outcome {}

        /** The desk has no turn free, or the chunk is not due: it is woken again then. */
        record Later(Instant notBefore) implements Outcome {}

        /** Nothing is left to be done: the chunk or its run has ended, or is to. */
        record Over() implements Outcome {}
    }

    SyncProducts(Ways ways, ProductDesks desks, Stores stores, EndRun endRun, Conditions conditions) {}

    /** Works for {@code time}. */
    public Uni<Outcome> run(ChunkKey key, Duration time) {
        return Uni.createFrom().failure(new UnsupportedOperationException("is being written"));
    }
}
