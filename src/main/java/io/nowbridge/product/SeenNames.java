package io.nowbridge.product;

import java.util.Arrays;

/**
 * Tells which names were said before, in 8 to 32 bytes each: it remembers 64 bits of each. Of half a million, two look
 * alike in one of a hundred million files; that costs a look at one of them.
 */
final class SeenNames {

    private static final int FIRST_SIZE = 1 << 12;
    private static final long NOTHING = 0;

    private long[] hashes = new long[FIRST_SIZE];
    private int count;

    /** Whether it is the first time. */
    boolean add(String name) {
        var hash = hash(name);
        var slot = slot(hashes, hash);
        if (hashes[slot] == hash) {
            return false;
        }
        hashes[slot] = hash;
        count++;
        if (count * 2 > hashes.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        var larger = new long[hashes.length * 2];
        Arrays.stream(hashes).filter(hash -> hash != NOTHING).forEach(hash -> larger[slot(larger, hash)] = hash);
        hashes = larger;
    }

    /** Where a hash is, or is to be. */
    private static int slot(long[] hashes, long hash) {
        var slot = (int) (hash >>> 32) & hashes.length - 1;
        while (hashes[slot] != NOTHING && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return slot;
    }

    // FNV-1a, and then the mixing of MurmurHash3, since SKUs differ in their last digits alone.
    private static long hash(String text) {
        var hash = 0xcbf29ce484222325L;
        for (var index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == NOTHING ? 1 : hash;
    }
}
