package io.nowbridge.local.tdsynnex;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Numbers things without giving away their order, none twice, and finds them by their numbers again.
 *
 * @param step has no divisor in common with {@code modulus}
 */
record Scatter(long step, long modulus, long offset) {

    Scatter {
        offset = Math.floorMod(offset, modulus);
    }

    /** From 0, inclusive, to {@code modulus}, exclusive. */
    long number(int index) {
        return (offset + index * step) % modulus;
    }

    /** Whose number this is; empty where nothing could have it. */
    OptionalInt index(long number) {
        if (number < 0 || number >= modulus) {
            return OptionalInt.empty();
        }
        var whole = BigInteger.valueOf(modulus);
        var index = BigInteger.valueOf(number - offset)
                .multiply(BigInteger.valueOf(step).modInverse(whole))
                .mod(whole);
        return index.bitLength() < Integer.SIZE ? OptionalInt.of(index.intValue()) : OptionalInt.empty();
    }
}
