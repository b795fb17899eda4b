package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.RunningInstance.encode;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.servicenow.RunningInstance.Incoming;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {

    private static final String INCIDENT = "/api/now/table/incident";
    private static final String CLIENT = "client_id=1a6b0c9d5e4f41108f00b1c2d3e4f501&client_secret=password-secret";
    private static final String PASSWORD = "grant_type=password&username=svc_nowbridge&password=nowbridge";
    private static final String CREDENTIALS =
            "grant_type=client_credentials" + "&client_id=2b7c1dae6f5042209f11c2d3e4f50612&client_secret=client-secret";
    private static final String JWT_CLIENT = "3c8d2ebf706143309022d3e4f5061723";
    private static final String SERVICE_USER = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

    private static RunningInstance instance;

    @BeforeAll
    static void start() {
        instance = new RunningInstance();
    }

    @BeforeEach
    void reset() {
        instance.reset();
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    void aPasswordBuysAnAccessAndARefreshToken() {
        var answer = token(PASSWORD + "&" + CLIENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getMap())
                .containsOnlyKeys("scope", "token_type", "expires_in", "access_token", "refresh_token")
                .containsEntry("scope", "useraccount")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 1800);
        assertThat(withBearer(answer).status()).isEqualTo(200);
    }

    @Test
    void askedAgainTheSameTokenComesWithTheTimeThatRemains() {
        var first = token(PASSWORD + "&" + CLIENT).json();
        instance.pass(Duration.ofSeconds(100));

        var second = token(PASSWORD + "&" + CLIENT).json();

        assertThat(second.getString("access_token")).isEqualTo(first.getString("access_token"));
        assertThat(second.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
        assertThat(second.getInteger("expires_in")).isEqualTo(1700);
    }

    @Test
    void anExpiredTokenAuthenticatesNobodyAndIsReplacedByARefresh() {
        var first = token(PASSWORD + "&" + CLIENT);
        instance.pass(Duration.ofMinutes(31));

        var expired = withBearer(first);
        var refreshed = token(
                "grant_type=refresh_token&refresh_token=" + first.json().getString("refresh_token") + "&" + CLIENT);

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body()).contains("User Not Authenticated");
        assertThat(refreshed.json().getMap())
                .containsOnlyKeys("scope", "token_type", "expires_in", "access_token")
                .doesNotContainEntry("access_token", first.json().getString("access_token"));
        assertThat(withBearer(refreshed).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenLivesAHundredDays() {
        var refresh = "grant_type=refresh_token&refresh_token="
                + token(PASSWORD + "&" + CLIENT).json().getString("refresh_token") + "&" + CLIENT;

        instance.pass(Duration.ofDays(99));
        assertThat(token(refresh).status()).isEqualTo(200);
        instance.pass(Duration.ofDays(2));
        assertThat(token(refresh).status()).isEqualTo(401);
    }

    @Test
    void clientCredentialsActAsTheApplicationUserWithoutARefreshToken() {
        var answer = token(CREDENTIALS);

        assertThat(answer.json().getMap()).doesNotContainKey("refresh_token");
        assertThat(withBearer(answer).status()).isEqualTo(200);
        var incident = instance.new Outgoing("POST", INCIDENT + "?sysparm_exclude_reference_link=true")
                .header("Authorization", "Bearer " + answer.json().getString("access_token"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .body("{}")
                .send();
        assertThat(incident.result().getString("opened_by")).isEqualTo(SERVICE_USER);
    }

    @Test
    void clientCredentialsNeedTheProperty() {
        instance.settings("{\"properties\":{\"glide.oauth.inbound.client.credential.grant_type.enabled\":\"false\"}}");

        assertThatItIsDenied(token(CREDENTIALS));
    }

    @Test
    void thePasswordGrantCanBeSwitchedOff() {
        instance.settings("{\"properties\":{\"glide.oauth.inbound.ropc.grant_type.disabled\":\"true\"}}");

        assertThatItIsDenied(token(PASSWORD + "&" + CLIENT));
    }

    @Test
    void theClientMayAuthenticateInTheHeader() {
        var answer = instance.new Outgoing("POST", "/oauth_token.do")
                .as("1a6b0c9d5e4f41108f00b1c2d3e4f501", "password-secret")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(PASSWORD)
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PASSWORD,
                PASSWORD + "&client_id=1a6b0c9d5e4f41108f00b1c2d3e4f501&client_secret=wrong",
                PASSWORD + "&client_id=nobody&client_secret=password-secret",
                "grant_type=password&username=svc_nowbridge&password=wrong&" + CLIENT,
                "grant_type=password&username=carla.humble&password=&" + CLIENT,
                "grant_type=refresh_token&refresh_token=none&" + CLIENT,
                "grant_type=client_credentials&" + CLIENT,
                "grant_type=magic&" + CLIENT,
                "",
            })
    void everyFailureIsTheSame(String form) {
        assertThatItIsDenied(token(form));
    }

    @Test
    void aTokenRequestInJsonIsDenied() {
        assertThatItIsDenied(instance.new Outgoing("POST", "/oauth_token.do")
                .header("Content-Type", "application/json")
                .body("{\"grant_type\":\"password\"}")
                .send());
    }

    @Test
    void parametersInTheUrlDoNotCountUnlessTheInstanceAllowsThem() {
        var path = "/oauth_token.do?" + PASSWORD + "&" + CLIENT;
        assertThatItIsDenied(form(path, ""));

        instance.settings("{\"properties\":{\"glide.oauth.allow.parameters.in.post.body.only\":\"false\"}}");
        assertThat(form(path, "").status()).isEqualTo(200);
    }

    @Test
    void anyoneWhoHoldsATokenCanRevokeIt() {
        var answer = token(PASSWORD + "&" + CLIENT);

        var revoked = instance
                .new Outgoing(
                        "GET", "/oauth_revoke_token.do?token=" + answer.json().getString("access_token"))
                .send();

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(withBearer(answer).status()).isEqualTo(401);
    }

    @Test
    void theLifeOfTokensIsASetting() {
        instance.settings("{\"tokenSeconds\":5}");

        var answer = token(PASSWORD + "&" + CLIENT);

        assertThat(answer.json().getInteger("expires_in")).isEqualTo(5);
        instance.pass(Duration.ofSeconds(6));
        assertThat(withBearer(answer).status()).isEqualTo(401);
    }

    @Test
    void aSignedAssertionBuysATokenOnce() throws Exception {
        var key = registeredKey();
        var assertion = assertion(key, claims());

        var answer = assertionGrant(assertion);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(withBearer(answer).status()).isEqualTo(200);
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
                .put("sub", SERVICE_USER)
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
        var entity = instance.call("GET", "/api/now/table/oauth_entity?client_id=" + JWT_CLIENT)
                .asAdmin()
                .send()
                .results()
                .getJsonObject(0)
                .getString("sys_id");
        var pem = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        instance.call("PATCH", "/api/now/table/oauth_entity/" + entity)
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
        return token("grant_type=" + encode("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&client_id=" + JWT_CLIENT
                + "&client_secret=jwt-secret&assertion=" + assertion);
    }

    private static Incoming token(String form) {
        return form("/oauth_token.do", form);
    }

    private static Incoming form(String path, String form) {
        return instance.new Outgoing("POST", path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(form)
                .send();
    }

    private static Incoming withBearer(Incoming token) {
        return instance.new Outgoing("GET", INCIDENT)
                .header("Authorization", "Bearer " + token.json().getString("access_token"))
                .header("Accept", "application/json")
                .send();
    }

    private static void assertThatItIsDenied(Incoming answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error_description\":\"access_denied\",\"error\":\"server_error\"}");
    }
}
