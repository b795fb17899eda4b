package io.nowbridge.product;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of all products at a desk, held so that half a million take little more than ten megabytes. */
final class Known {

    private final @Nullable KnownBlock[] blocks = new KnownBlock[Block.COUNT];

    /** What is known of one. */
    record Standing(Imprint imprint, boolean active) {}

    void add(Block block) {
        blocks[block.number()] = new KnownBlock(block);
    }

    /** Notes that a product is listed; answers what is known of it. */
    Optional<Standing> list(Sku sku) {
        var block = blocks[Block.of(sku)];
        if (block == null) {
            return Optional.empty();
        }
        var place = block.list(sku);
        return place < 0 ? Optional.empty() : Optional.of(new Standing(block.imprint(place), block.isActive(place)));
    }

    long countActive() {
        return all().mapToLong(KnownBlock::countActive).sum();
    }

    long countVanished() {
        return all().mapToLong(block -> block.vanished().size()).sum();
    }

    /** Those that can be ordered at the desk, and that the catalogue does not list. */
    void eachVanished(BiConsumer<Sku, Imprint> consumer) {
        all().forEach(block ->
                block.vanished().forEach(place -> consumer.accept(block.sku(place), block.imprint(place))));
    }

    private Stream<KnownBlock> all() {
        return Stream.of(blocks).<KnownBlock>mapMulti((block, consumer) -> {
            if (block != null) {
                consumer.accept(block);
            }
        });
    }
}
