package io.nowbridge.local.servicenow;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the 32 hexadecimal digits that name a record. */
final class SysIds {

    private final RandomGenerator random;

    SysIds(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
