package io.nowbridge.product;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is known of the products of a chunk, and of those beside them in their blocks. */
final class Knowledge {

    private static final int AT_ONCE = 8;

    private final KeptProducts kept;
    private final Pairing pairing;
    private final Map<Integer, Block> blocks;

    private Knowledge(KeptProducts kept, Pairing pairing, Collection<Block> blocks) {
        this.kept = kept;
        this.pairing = pairing;
        this.blocks = blocks.stream().collect(toMap(Block::number, block -> block));
    }

    /** What is known now. */
    static Uni<Knowledge> of(KeptProducts kept, Pairing pairing, Stream<Sku> skus) {
        var numbers = skus.map(Block::of).distinct().toList();
        return kept.read(pairing, numbers).map(blocks -> new Knowledge(kept, pairing, blocks));
    }

    Optional<Kept> of(Sku sku) {
        return Optional.ofNullable(blocks.get(Block.of(sku)))
                .flatMap(block -> Optional.ofNullable(block.products().get(sku)));
    }

    /** Keeps newer knowledge of some. */
    Uni<Void> note(List<Kept> newer) {
        var byBlock = newer.stream().collect(groupingBy(one -> Block.of(one.sku()), toMap(Kept::sku, one -> one)));
        return Multi.createFrom()
                .iterable(blocks.values())
                .filter(block -> byBlock.containsKey(block.number()))
                .onItem()
                .transformToUni(block -> note(block, byBlock.getOrDefault(block.number(), Map.of())))
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    // Chunks share the blocks at their ends: whoever comes second reads again.
    private Uni<Void> note(Block block, Map<Sku, Kept> newer) {
        return kept.write(pairing, block.with(newer))
                .flatMap(written -> written
                        ? Uni.createFrom().voidItem()
                        : kept.read(pairing, List.of(block.number())).flatMap(now -> note(now.getFirst(), newer)));
    }
}
