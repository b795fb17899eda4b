package io.nowbridge.local.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a stand-in sends, as Standard Webhooks 1.0.0 has it, with HMAC-SHA256. */
public final class WebhookSignature {

    private static final String ENCODED = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /** Adds the three headers to those of a message that is sent {@code at}. */
    public static MultiMap sign(MultiMap headers, String secret, String id, Instant at, Buffer body) {
        var seconds = Long.toString(at.getEpochSecond());
        return headers.add("webhook-id", id)
                .add("webhook-timestamp", seconds)
                .add("webhook-signature", "v1," + mac(secret, id + "." + seconds + ".", body));
    }

    private static String mac(String secret, String prefix, Buffer body) {
        try {
            var key = secret.startsWith(ENCODED)
                    ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                    : secret.getBytes(UTF_8);
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(prefix.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
