package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.SERVICE_USER_ID;
import static io.nowbridge.local.servicenow.RunningInstance.encode;
import static io.nowbridge.local.servicenow.TokenEndpoint.assertThatItIsDenied;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens for whoever signs an assertion with a registered key (RFC 7523). */
class SignedAssertionTest {

    private static final String JWT_CLIENT = "3c8d2ebf706143309022d3e4f5061723";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    private static final TokenEndpoint TOKENS = new TokenEndpoint(INSTANCE);

    @Test
    void aSignedAssertionBuysATokenOnce() throws Exception {
        var key = registeredKey();
        var assertion = assertion(key, claims());

        var answer = assertionGrant(assertion);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(TOKENS.readWith(answer).status()).isEqualTo(200);
        assertThatItIsDenied(assertionGrant(assertion));
    }

    @Test
    void aFaultyAssertionIsDenied() throws Exception {
        var key = registeredKey();
        var expired = claims().put("exp", RunningInstance.START.getEpochSecond());
        var stranger = claims().put("sub", "nobody");
        var elsewhere = claims().put("aud", "elsewhere");

        assertThatItIsDenied(assertionGrant(assertion(key, expired)));
        assertThatItIsDenied(assertionGrant(assertion(key, stranger)));
        assertThatItIsDenied(assertionGrant(assertion(key, elsewhere)));
        assertThatItIsDenied(assertionGrant(assertion(newKey(), claims())));
        assertThatItIsDenied(assertionGrant("not.a.token"));
    }

    private static JsonObject claims() {
        return new JsonObject()
                .put("iss", JWT_CLIENT)
                .put("aud", JWT_CLIENT)
                .put("sub", SERVICE_USER_ID)
                .put("jti", UUID.randomUUID().toString())
                .put("exp", RunningInstance.START.plusSeconds(300).getEpochSecond());
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair registeredKey() throws GeneralSecurityException {
        var key = newKey();
        var entity = INSTANCE.call("GET", "/api/now/table/oauth_entity?client_id=" + JWT_CLIENT)
                .asAdmin()
                .send()
                .results()
                .getJsonObject(0)
                .getString("sys_id");
        var pem = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        INSTANCE.call("PATCH", "/api/now/table/oauth_entity/" + entity)
                .asAdmin()
                .body(new JsonObject().put("jwt_public_key", pem).encode())
                .send();
        return key;
    }

    private static String assertion(KeyPair key, JsonObject claims) throws GeneralSecurityException {
        var text = base64(new JsonObject().put("alg", "RS256").encode().getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.encode().getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Incoming assertionGrant(String assertion) {
        return TOKENS.ask("grant_type=" + encode("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&client_id="
                + JWT_CLIENT + "&client_secret=jwt-secret&assertion=" + assertion);
    }
}
