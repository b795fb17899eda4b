package io.nowbridge.product;

import java.util.List;

/**
 * Some changes that are made together: those of neighbouring places. The products that are known have one place for each
 * block, those that are to be created have others behind them, because these cost more calls than those.
 *
 * @param attempts how often it was taken before
 */
public record Chunk(ChunkKey key, List<Change> changes, int attempts) {

    /** How many products a chunk has at most. */
    public static final int MOST = 250;

    /** How many places there are in a plan. */
    static final int PLACES = 2 * Block.COUNT;

    public Chunk {
        changes = List.copyOf(changes);
    }

    /** The places that a product can have. */
    public static List<Integer> places(Sku sku) {
        return List.of(known(sku), created(sku));
    }

    static int known(Sku sku) {
        return Block.of(sku);
    }

    static int created(Sku sku) {
        return Block.COUNT + Block.of(sku);
    }
}
