package io.nowbridge.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What there is one order for, ever: an account at a distributor, and the purchase order's number with its prefix, as the
 * distributor has it.
 */
public record OrderKey(AccountId account, String number) {

    private static final int ID_BYTES = 16;

    /** How it is called in addresses, messages and references: 32 hexadecimal digits, the same for the same key. */
    public OrderId id() {
        var digest = sha256().digest((account.value() + '\n' + number).getBytes(StandardCharsets.UTF_8));
        return new OrderId(HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
