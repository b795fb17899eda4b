package io.nowbridge.connector.tdsynnex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.order.AccountId;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Names accounts by their country and customer number, whoever signs in and over whichever address. */
final class AccountIds {

    private static final int BYTES = 16;

    private AccountIds() {}

    static AccountId of(Country country, URI instance, String customerNumber) {
        var known = String.join("\n", country.name(), isTrial(instance) ? "trial" : "", customerNumber);
        var digest = sha256().digest(known.getBytes(UTF_8));
        return new AccountId("tdsynnex-" + HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
    }

    // What was tried out at testec.us.tdsynnex.com was never ordered.
    private static boolean isTrial(URI instance) {
        return String.valueOf(instance.getHost()).toLowerCase(Locale.ROOT).startsWith("testec.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
