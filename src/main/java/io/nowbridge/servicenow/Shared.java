package io.nowbridge.servicenow;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is under way once, however many wait for it. */
final class Shared<T> {

    private @Nullable Uni<T> underWay; // Guarded by this.

    /** Joins the work under way, or begins it. */
    synchronized Uni<T> join(Supplier<Uni<T>> work) {
        if (underWay == null) {
            underWay = work.get().onTermination().invoke(this::end).memoize().indefinitely();
        }
        return underWay;
    }

    // After a failure too, which the next one to ask need not share.
    private synchronized void end() {
        underWay = null;
    }
}
