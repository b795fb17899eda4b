package io.nowbridge.connector.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.servicenow.SysId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key under which a record is created: half of a SHA-256 of what it stands for, so that whoever creates the same record
 * again, at the same moment or after a crash, meets it.
 */
public final class DerivedId {

    private static final int BYTES = 16;

    private DerivedId() {}

    public static SysId of(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(UTF_8));
            return new SysId(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
