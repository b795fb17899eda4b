package io.nowbridge.local.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The claims of an assertion that decide when, and how often, it counts. */
class JwtClaimsTest {

    private static final String CLIENT = "3c8d2ebf706143309022d3e4f5061723";
    private static final String USER = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    @Test
    void anAssertionDoesNotCountBeforeItsTime() throws Exception {
        var key = registeredKey();
        var early = claims().put("nbf", RunningInstance.START.plusSeconds(60).getEpochSecond());

        assertThat(grant(key, early).status()).isEqualTo(401);
        INSTANCE.pass(Duration.ofSeconds(60));
        assertThat(grant(key, early).status()).isEqualTo(200);
    }

    @Test
    void anAssertionWithoutANameIsDenied() throws Exception {
        var key = registeredKey();
        var nameless = claims();
        nameless.remove("jti");

        assertThat(grant(key, nameless).status()).isEqualTo(401);
        assertThat(grant(key, claims().put("jti", "")).status()).isEqualTo(401);
        assertThat(grant(key, claims().put("exp", "soon")).status()).isEqualTo(401);
    }

    @Test
    void aResetForgetsWhichAssertionsWereUsed() throws Exception {
        var key = registeredKey();
        assertThat(grant(key, claims()).status()).isEqualTo(200);
        assertThat(grant(key, claims()).status()).isEqualTo(401);

        INSTANCE.reset();
        register(key);

        assertThat(grant(key, claims()).status()).isEqualTo(200);
    }

    private static JsonObject claims() {
        return new JsonObject()
                .put("iss", CLIENT)
                .put("aud", CLIENT)
                .put("sub", USER)
                .put("jti", "first")
                .put("exp", RunningInstance.START.plusSeconds(300).getEpochSecond());
    }

    private static KeyPair registeredKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = generator.generateKeyPair();
        register(key);
        return key;
    }

    private static void register(KeyPair key) {
        var entities = "/api/now/table/oauth_entity";
        var entity =
                INSTANCE.get(entities + "?client_id=" + CLIENT).all("sys_id").getFirst();
        var encoded = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        INSTANCE.patch(
                entities + "/" + entity,
                new JsonObject().put("jwt_public_key", encoded).encode());
    }

    private static Incoming grant(KeyPair key, JsonObject claims) throws GeneralSecurityException {
        var text = base64("{\"alg\":\"RS256\"}") + "." + base64(claims.encode());
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        var assertion = text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return INSTANCE.call("POST", "/oauth_token.do")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "")
                .body("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&client_id=" + CLIENT
                        + "&client_secret=jwt-secret&assertion=" + assertion)
                .send();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
