package io.nowbridge.product;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Blocks in maps, under the same contract as the real ones; safe for several at once. */
public final class InMemoryKeptProducts implements KeptProducts {

    private final Map<Pairing, SortedMap<Integer, Block>> pairings = new HashMap<>();
    private Optional<String> failing = Optional.empty();

    /** Lets the next call of the operation called {@code name} fail before it has done anything. */
    public synchronized void failNext(String name) {
        failing = Optional.of(name);
    }

    /** Everything that is known to be at a desk. */
    public synchronized SortedMap<Sku, Kept> products(Pairing pairing) {
        var products = new TreeMap<Sku, Kept>();
        blocks(pairing).values().forEach(block -> products.putAll(block.products()));
        return products;
    }

    @Override
    public Multi<Block> all(Pairing pairing) {
        return answering("all", () -> List.copyOf(blocks(pairing).values()))
                .onItem()
                .transformToMulti(blocks -> Multi.createFrom().iterable(blocks));
    }

    @Override
    public Uni<List<Block>> read(Pairing pairing, Collection<Integer> numbers) {
        return answering(
                "read",
                () -> numbers.stream()
                        .distinct()
                        .sorted()
                        .map(number -> blocks(pairing).getOrDefault(number, new Block(number, 0, new TreeMap<>())))
                        .toList());
    }

    @Override
    public Uni<Boolean> write(Pairing pairing, Block block) {
        return answering("write", () -> {
            var before = blocks(pairing).get(block.number());
            var isAsRead = before == null ? block.version() == 0 : before.version() == block.version();
            if (isAsRead) {
                blocks(pairing).put(block.number(), new Block(block.number(), block.version() + 1, block.products()));
            }
            return isAsRead;
        });
    }

    private SortedMap<Integer, Block> blocks(Pairing pairing) {
        return pairings.computeIfAbsent(pairing, first -> new TreeMap<>());
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
}
