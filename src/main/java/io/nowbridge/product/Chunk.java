package io.nowbridge.product;

import java.util.List;

/**
 * Some changes that are made together: those of neighbouring blocks.
 *
 * @param attempts how often it was taken before
 */
public record Chunk(ChunkKey key, List<Change> changes, int attempts) {

    /** How many products a chunk has at most. */
    public static final int MOST = 250;

    public Chunk {
        changes = List.copyOf(changes);
    }
}
