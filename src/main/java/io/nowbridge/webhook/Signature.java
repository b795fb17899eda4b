package io.nowbridge.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nowbridge.webhook.Verdict.Signed;
import io.nowbridge.webhook.WebhookSecrets.WebhookSecret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that a webhook bears: HMAC-SHA256 over its id, its time and its body.
 *
 * <p>Source: Standard Webhooks 1.0.0, "Symmetric". A secret that does not begin with {@code whsec_} is used as it stands.
 */
public final class Signature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far the sender's clock and the way here may take a message's time from ours. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** What a secret begins with that is written in Base64. */
    static final String ENCODED = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final Pattern ID_SHAPE = Pattern.compile("[\\x21-\\x7e]{1,256}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private Signature() {}

    /** The value of the header {@value #SIGNATURE} for a message that is sent {@code at}, to the second. */
    public static String of(String secret, String id, Instant at, byte[] body) {
        return VERSION + Base64.getEncoder().encodeToString(mac(secret, id, Long.toString(at.getEpochSecond()), body));
    }

    /** Whether {@code secret} can sign; one that says to be Base64 has to be. */
    static boolean canSign(String secret) {
        try {
            return key(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isOn(Incoming message) {
        return Stream.of(ID, TIMESTAMP, SIGNATURE)
                .anyMatch(name -> message.header(name).isPresent());
    }

    static Verdict judge(Incoming message, List<WebhookSecret> secrets, Instant now) {
        var id = message.header(ID).filter(value -> ID_SHAPE.matcher(value).matches());
        var seconds =
                message.header(TIMESTAMP).filter(value -> SECONDS.matcher(value).matches());
        if (id.isEmpty() || seconds.isEmpty()) {
            return new Verdict.Forged("its id or its time is missing or unreadable");
        }
        if (!isRight(message, secrets, id.get(), seconds.get())) {
            return new Verdict.Forged("its signature is by none of the connection's secrets");
        }
        var at = Instant.ofEpochSecond(Long.parseLong(seconds.get()));
        return Duration.between(at, now).abs().compareTo(TOLERANCE) > 0
                ? new Verdict.Stale(at)
                : new Verdict.Genuine(Optional.of(new Signed(id.get(), at)));
    }

    // A sender that changes its secret signs with both; one right signature is enough.
    private static boolean isRight(Incoming message, List<WebhookSecret> secrets, String id, String seconds) {
        var given = Pattern.compile(" ")
                .splitAsStream(message.header(SIGNATURE).orElse(""))
                .map(signature -> signature.getBytes(UTF_8))
                .toList();
        var body = message.body();
        return secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(secret.value(), id, seconds, body)))
                .map(right -> right.getBytes(UTF_8))
                .anyMatch(right -> given.stream().anyMatch(signature -> MessageDigest.isEqual(right, signature)));
    }

    private static byte[] mac(String secret, String id, String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(UTF_8);
    }
}
