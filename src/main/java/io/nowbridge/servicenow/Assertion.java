package io.nowbridge.servicenow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.nowbridge.servicenow.Credentials.JwtBearer;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What we assert in a JWT bearer grant (RFC 7523), signed by RS256: that the bearer speaks for the subject, now and once. */
final class Assertion {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Assertion() {}

    /** Asserts it at {@code now}, under an id drawn by {@code chance}. */
    static String of(JwtBearer credentials, Instant now, RandomGenerator chance) {
        var header = new JsonObject().put("alg", "RS256").put("typ", "JWT");
        credentials.keyId().ifPresent(id -> header.put("kid", id));
        // ServiceNow wants the client as issuer and as audience.
        var claims = new JsonObject()
                .put("iss", credentials.clientId())
                .put("aud", credentials.clientId())
                .put("sub", credentials.subject())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond())
                .put("jti", id(chance));
        var text = encoded(header) + "." + encoded(claims);
        return text + "." + BASE64.encodeToString(signature(credentials, text));
    }

    private static byte[] signature(JwtBearer credentials, String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(RsaKey.read(credentials.privateKey()));
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            // The key was read when the credentials were made, and every JDK has the algorithm.
            throw new IllegalStateException("Signing an assertion failed", e);
        }
    }

    private static String id(RandomGenerator chance) {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String encoded(JsonObject part) {
        return BASE64.encodeToString(part.toBuffer().getBytes());
    }
}
