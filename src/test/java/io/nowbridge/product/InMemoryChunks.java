package io.nowbridge.product;

import io.nowbridge.paging.Page;
import io.nowbridge.paging.PageRequest;
import io.nowbridge.product.Item.Outcome;
import io.nowbridge.product.Runs.Taking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The chunks of {@link InMemoryRuns}, under the same contract as the real ones; safe for several at once. */
public final class InMemoryChunks implements Runs.Chunks {

    private static final Comparator<ChunkKey> ORDER = Comparator.comparing(
                    (ChunkKey key) -> key.run().value())
            .thenComparing(ChunkKey::attempt)
            .thenComparing(ChunkKey::place)
            .thenComparing(ChunkKey::part);

    private final InMemoryRuns runs;
    private final SortedMap<ChunkKey, Work> chunks = new TreeMap<>(ORDER);
    private Optional<String> failing = Optional.empty();
    private Runnable beforeTaking = () -> {};

    /** A chunk, who has it, and what became of it. */
    private static final class Work {

        private final List<Change> changes;
        private int attempts;
        private @Nullable String owner;
        private Instant leaseEnds = Instant.MIN;
        private Instant next = Instant.MIN;
        private @Nullable List<Item> items;

        private Work(List<Change> changes) {
            this.changes = changes;
        }

        private Instant notBefore() {
            return leaseEnds.isAfter(next) ? leaseEnds : next;
        }

        private boolean isOf(String worker) {
            return items == null && worker.equals(owner);
        }
    }

    public InMemoryChunks(InMemoryRuns runs) {
        this.runs = runs;
    }

    /** Lets the next call of the operation called {@code name} fail before it has done anything. */
    public synchronized void failNext(String name) {
        failing = Optional.of(name);
    }

    /** What happens just before the next chunk is taken. */
    synchronized void beforeTaking(Runnable happening) {
        beforeTaking = happening;
    }

    /** What a plan consists of. */
    public synchronized List<Chunk> of(RunId run, int attempt) {
        return plan(run, attempt)
                .map(key -> new Chunk(key, chunks.get(key).changes, chunks.get(key).attempts))
                .toList();
    }

    @Override
    public Uni<Void> add(List<Chunk> added) {
        return answering("add", () -> {
                    added.forEach(chunk -> chunks.put(chunk.key(), new Work(chunk.changes())));
                    return added;
                })
                .replaceWithVoid();
    }

    @Override
    public Multi<ChunkKey> due(RunId run, int attempt, Instant now) {
        return answering(
                        "due",
                        () -> plan(run, attempt)
                                .filter(key -> chunks.get(key).items == null)
                                .filter(key -> !chunks.get(key).notBefore().isAfter(now))
                                .toList())
                .onItem()
                .transformToMulti(keys -> Multi.createFrom().iterable(keys));
    }

    @Override
    public Uni<Long> idle(RunId run, int attempt, Instant now) {
        return answering(
                "idle",
                () -> plan(run, attempt)
                        .map(chunks::get)
                        .filter(work -> work.items == null && !work.leaseEnds.isAfter(now))
                        .count());
    }

    @Override
    public Uni<Taking> take(ChunkKey key, String owner, Instant now, Instant until) {
        return answering("take", () -> {
            var happening = beforeTaking;
            beforeTaking = () -> {};
            happening.run();
            var work = chunks.get(key);
            if (work == null || work.items != null) {
                return new Taking.Ended();
            }
            if (work.notBefore().isAfter(now)) {
                return new Taking.Later(work.notBefore());
            }
            work.owner = owner;
            work.leaseEnds = until;
            work.attempts++;
            return new Taking.Taken(new Chunk(key, work.changes, work.attempts - 1));
        });
    }

    @Override
    public Uni<Void> giveBack(ChunkKey key, String owner, Instant next) {
        return answering("giveBack", () -> {
                    Optional.ofNullable(chunks.get(key))
                            .filter(work -> work.isOf(owner))
                            .ifPresent(work -> {
                                work.owner = null;
                                work.leaseEnds = Instant.MIN;
                                work.next = next;
                            });
                    return key;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Run>> end(ChunkKey key, String owner, List<Item> items) {
        return answering("end", () -> {
            var work = Optional.ofNullable(chunks.get(key)).filter(chunk -> chunk.isOf(owner));
            var run = work.flatMap(ours -> runs.add(key.run(), key.attempt(), counted -> counted.with(items)));
            run.ifPresent(counted -> work.orElseThrow().items = List.copyOf(items));
            return run;
        });
    }

    @Override
    public Uni<Page<Item>> items(RunId run, int attempt, Optional<Outcome> only, PageRequest request) {
        return answering("items", () -> {
            var all = ended(run, attempt)
                    .filter(item -> only.isEmpty() || only.get() == item.outcome())
                    .toList();
            var from = request.from().map(Integer::parseInt).orElse(0);
            var to = Math.min(from + request.size(), all.size());
            return new Page<>(
                    all.subList(from, to), to == all.size() ? Optional.empty() : Optional.of(Integer.toString(to)));
        });
    }

    @Override
    public Uni<Optional<Item>> item(RunId run, int attempt, Sku sku) {
        return answering(
                "item",
                () -> ended(run, attempt).filter(item -> item.sku().equals(sku)).findFirst());
    }

    @Override
    public Multi<Item> failed(RunId run, int attempt) {
        return answering(
                        "failed",
                        () -> ended(run, attempt)
                                .filter(InMemoryChunks::isFailed)
                                .toList())
                .onItem()
                .transformToMulti(items -> Multi.createFrom().iterable(items));
    }

    private Stream<ChunkKey> plan(RunId run, int attempt) {
        return List.copyOf(chunks.keySet()).stream().filter(key -> key.run().equals(run) && key.attempt() == attempt);
    }

    private Stream<Item> ended(RunId run, int attempt) {
        return plan(run, attempt).map(key -> chunks.get(key).items).mapMulti((items, each) -> {
            if (items != null) {
                items.forEach(each);
            }
        });
    }

    private <T> Uni<T> answering(String name, Supplier<T> answer) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                if (failing.filter(name::equals).isPresent()) {
                    failing = Optional.empty();
                    throw new IllegalStateException("the store is down");
                }
                return answer.get();
            }
        });
    }

    private static boolean isFailed(Item item) {
        return item.outcome() == Outcome.FAILED;
    }
}
