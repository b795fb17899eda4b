package io.nowbridge.product;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of some products: those whose SKU falls into the block's number.
 *
 * @param version rises by one with each write; 0 while it was never written
 */
public record Block(int number, long version, SortedMap<Sku, Kept> products) {

    /** How many blocks there are; a catalogue of 450,000 products has 220 in each. */
    public static final int COUNT = 2048;

    public Block {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }

    /** The block of a SKU, spread evenly, and the same for ever. */
    public static int of(Sku sku) {
        var hash = sku.value().hashCode();
        // The hash of a string varies in its lower bits only, where SKUs differ in their last digits.
        return (hash ^ hash >>> 11 ^ hash >>> 22) & COUNT - 1;
    }

    /** The same with other knowledge of some. */
    public Block with(Map<Sku, Kept> newer) {
        var all = new TreeMap<>(products);
        all.putAll(newer);
        return new Block(number, version, all);
    }
}
