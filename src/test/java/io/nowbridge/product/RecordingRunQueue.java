package io.nowbridge.product;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers who was woken; safe for several at once. */
public final class RecordingRunQueue implements RunQueue {

    private final List<RunId> planned = new ArrayList<>();
    private final List<Work> work = new ArrayList<>();

    /** A chunk that is to be worked on, after a while. */
    public record Work(ChunkKey chunk, Duration delay) {}

    /** The runs that were to be planned since this was asked last. */
    public synchronized List<RunId> planned() {
        var all = List.copyOf(planned);
        planned.clear();
        return all;
    }

    /** What was to be worked on since this was asked last. */
    public synchronized List<Work> work() {
        var all = List.copyOf(work);
        work.clear();
        return all;
    }

    @Override
    public Uni<Void> plan(RunId run) {
        return doing(() -> planned.add(run));
    }

    @Override
    public Uni<Void> work(List<ChunkKey> chunks, Duration delay) {
        return doing(() -> chunks.forEach(chunk -> work.add(new Work(chunk, delay))));
    }

    private Uni<Void> doing(Runnable sending) {
        return Uni.createFrom().voidItem().invoke(() -> {
            synchronized (this) {
                sending.run();
            }
        });
    }
}
