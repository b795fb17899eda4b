package io.nowbridge.servicenow;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads private keys. What is wrong with one is said without a word of it. */
final class RsaKey {

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private RsaKey() {}

    /** Reads an RSA key in PEM by PKCS#8. */
    static PrivateKey read(String pem) {
        var key = PEM.matcher(pem);
        if (!key.matches()) {
            throw new IllegalArgumentException(
                    "The private key must be PEM that begins with -----BEGIN PRIVATE KEY-----: convert another one with"
                            + " openssl pkcs8 -topk8 -nocrypt");
        }
        try {
            var content = Base64.getMimeDecoder().decode(key.group(1));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(content));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause, which may quote what it could not read.
            throw new IllegalArgumentException("The private key is damaged, or is none for RSA");
        }
    }
}
