package io.nowbridge.servicenow;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Credentials.JwtBearer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AssertionTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final RandomGenerator chance = new Random(1);
    private final KeyPair keys = Keys.rsa();

    AssertionTest() throws Exception {}

    @Test
    void itSaysWhoSpeaksForWhomAndForHowLong() {
        var claims = part(assertion(Optional.empty()), 1);

        assertThat(claims.getMap())
                .containsEntry("iss", "id")
                .containsEntry("aud", "id")
                .containsEntry("sub", "user")
                .containsEntry("iat", 1767603600)
                .containsEntry("exp", 1767603900)
                .containsOnlyKeys("iss", "aud", "sub", "iat", "exp", "jti");
    }

    @Test
    void noTwoHaveOneId() {
        var one = part(assertion(Optional.empty()), 1).getString("jti");
        var other = part(assertion(Optional.empty()), 1).getString("jti");

        assertThat(one).hasSize(32).isNotEqualTo(other);
    }

    @Test
    void itNamesItsKeyWhereThatHasAName() {
        assertThat(part(assertion(Optional.empty()), 0))
                .isEqualTo(new JsonObject("{'alg':'RS256','typ':'JWT'}".replace('\'', '"')));
        assertThat(part(assertion(Optional.of("key-1")), 0).getString("kid")).isEqualTo("key-1");
    }

    @Test
    void itsSignatureIsTheKeys() throws Exception {
        var parts = assertion(Optional.empty()).split("\\.");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(keys.getPublic());

        signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    private String assertion(Optional<String> keyId) {
        var bearer = new JwtBearer("id", "secret", keyId, Keys.pem(keys.getPrivate()), "user");
        return Assertion.of(bearer, NOW, chance);
    }

    private static JsonObject part(String assertion, int place) {
        return new JsonObject(
                Buffer.buffer(Base64.getUrlDecoder().decode(assertion.split("\\.")[place])));
    }
}
