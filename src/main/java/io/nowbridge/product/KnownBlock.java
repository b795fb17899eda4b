package io.nowbridge.product;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What is known of the products of a block, in some 25 bytes each; and which of them a catalogue lists. */
final class KnownBlock {

    private static final int NONE = -1;

    // The SKUs one after the other, in their order, and where each ends.
    private final byte[] names;
    private final int[] ends;
    private final long[] products;
    private final long[] offers;
    private final BitSet active = new BitSet();
    private final BitSet listed = new BitSet();

    KnownBlock(Block block) {
        var kept = List.copyOf(block.products().values());
        var length = kept.stream().mapToInt(one -> one.sku().value().length()).sum();
        names = new byte[length];
        ends = new int[kept.size()];
        products = new long[kept.size()];
        offers = new long[kept.size()];
        var end = 0;
        for (var place = 0; place < kept.size(); place++) {
            var one = kept.get(place);
            var name = bytes(one.sku());
            System.arraycopy(name, 0, names, end, name.length);
            end += name.length;
            ends[place] = end;
            products[place] = one.imprint().product();
            offers[place] = one.imprint().offer();
            active.set(place, one.active());
        }
    }

    /** Notes that it is listed; answers its place, or a negative number if nothing is known of it. */
    int list(Sku sku) {
        var place = place(bytes(sku));
        if (place >= 0) {
            listed.set(place);
        }
        return place;
    }

    Imprint imprint(int place) {
        return new Imprint(products[place], offers[place]);
    }

    boolean isActive(int place) {
        return active.get(place);
    }

    int countActive() {
        return active.cardinality();
    }

    /** The active ones that are not listed. */
    List<Integer> vanished() {
        var left = (BitSet) active.clone();
        left.andNot(listed);
        var places = new ArrayList<Integer>(left.cardinality());
        left.stream().forEach(places::add);
        return places;
    }

    Sku sku(int place) {
        var start = start(place);
        return new Sku(new String(names, start, ends[place] - start, StandardCharsets.US_ASCII));
    }

    private int place(byte[] name) {
        var low = 0;
        var high = ends.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = Arrays.compare(names, start(middle), ends[middle], name, 0, name.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NONE;
    }

    private int start(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }

    private static byte[] bytes(Sku sku) {
        return sku.value().getBytes(StandardCharsets.US_ASCII);
    }
}
