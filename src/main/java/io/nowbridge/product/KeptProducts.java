package io.nowbridge.product;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** What is known to be at each desk, block by block. */
public interface KeptProducts {

    /** Every block that was ever written, by its number, fetched as they are consumed; read consistently. */
    Multi<Block> all(Pairing pairing);

    /** These blocks, by their number, those that were never written among them. */
    Uni<List<Block>> read(Pairing pairing, Collection<Integer> numbers);

    /** Writes a block over the version that it was read with; false if it was written meanwhile. */
    Uni<Boolean> write(Pairing pairing, Block block);
}
