package io.nowbridge.local.servicenow;

import static io.nowbridge.local.servicenow.Planted.INCIDENT;
import static io.nowbridge.local.servicenow.Planted.SERVICE_USER_ID;
import static io.nowbridge.local.servicenow.TokenEndpoint.assertThatItIsDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for passwords, refresh tokens and client credentials. */
class OAuthTest {

    private static final String CLIENT = "client_id=1a6b0c9d5e4f41108f00b1c2d3e4f501&client_secret=password-secret";
    private static final String PASSWORD = "grant_type=password&username=svc_nowbridge&password=nowbridge";
    private static final String CREDENTIALS =
            "grant_type=client_credentials&client_id=2b7c1dae6f5042209f11c2d3e4f50612&client_secret=client-secret";

    @RegisterExtension
    static final RunningInstance INSTANCE = new RunningInstance();

    private static final TokenEndpoint TOKENS = new TokenEndpoint(INSTANCE);

    @Test
    void aPasswordBuysAnAccessAndARefreshToken() {
        var answer = TOKENS.ask(PASSWORD + "&" + CLIENT);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getMap())
                .containsOnlyKeys("scope", "token_type", "expires_in", "access_token", "refresh_token")
                .containsEntry("scope", "useraccount")
                .containsEntry("token_type", "Bearer")
                .containsEntry("expires_in", 1800);
        assertThat(TOKENS.readWith(answer).status()).isEqualTo(200);
    }

    @Test
    void askedAgainTheSameTokenComesWithTheTimeThatRemains() {
        var first = TOKENS.ask(PASSWORD + "&" + CLIENT).json();
        INSTANCE.pass(Duration.ofSeconds(100));

        var second = TOKENS.ask(PASSWORD + "&" + CLIENT).json();

        assertThat(second.getString("access_token")).isEqualTo(first.getString("access_token"));
        assertThat(second.getString("refresh_token")).isEqualTo(first.getString("refresh_token"));
        assertThat(second.getInteger("expires_in")).isEqualTo(1700);
    }

    @Test
    void anExpiredTokenAuthenticatesNobodyAndIsReplacedByARefresh() {
        var first = TOKENS.ask(PASSWORD + "&" + CLIENT);
        INSTANCE.pass(Duration.ofMinutes(31));

        var expired = TOKENS.readWith(first);
        var refreshed = TOKENS.ask(
                "grant_type=refresh_token&refresh_token=" + first.json().getString("refresh_token") + "&" + CLIENT);

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body()).contains("User Not Authenticated");
        assertThat(refreshed.json().getMap())
                .containsOnlyKeys("scope", "token_type", "expires_in", "access_token")
                .doesNotContainEntry("access_token", first.json().getString("access_token"));
        assertThat(TOKENS.readWith(refreshed).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenLivesAHundredDays() {
        var refresh = "grant_type=refresh_token&refresh_token="
                + TOKENS.ask(PASSWORD + "&" + CLIENT).json().getString("refresh_token") + "&" + CLIENT;

        INSTANCE.pass(Duration.ofDays(99));
        assertThat(TOKENS.ask(refresh).status()).isEqualTo(200);
        INSTANCE.pass(Duration.ofDays(2));
        assertThat(TOKENS.ask(refresh).status()).isEqualTo(401);
    }

    @Test
    void clientCredentialsActAsTheApplicationUserWithoutARefreshToken() {
        var answer = TOKENS.ask(CREDENTIALS);

        assertThat(answer.json().getMap()).doesNotContainKey("refresh_token");
        assertThat(TOKENS.readWith(answer).status()).isEqualTo(200);
        var incident = INSTANCE.anonymous("POST", INCIDENT + "?sysparm_exclude_reference_link=true")
                .header("Authorization", "Bearer " + answer.json().getString("access_token"))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .body("{}")
                .send();
        assertThat(incident.result().getString("opened_by")).isEqualTo(SERVICE_USER_ID);
    }

    @Test
    void clientCredentialsNeedTheProperty() {
        INSTANCE.settings("{\"properties\":{\"glide.oauth.inbound.client.credential.grant_type.enabled\":\"false\"}}");

        assertThatItIsDenied(TOKENS.ask(CREDENTIALS));
    }

    @Test
    void thePasswordGrantCanBeSwitchedOff() {
        INSTANCE.settings("{\"properties\":{\"glide.oauth.inbound.ropc.grant_type.disabled\":\"true\"}}");

        assertThatItIsDenied(TOKENS.ask(PASSWORD + "&" + CLIENT));
    }

    @Test
    void theClientMayAuthenticateInTheHeader() {
        var answer = INSTANCE.anonymous("POST", "/oauth_token.do")
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
        assertThatItIsDenied(TOKENS.ask(form));
    }

    @Test
    void aTokenRequestInJsonIsDenied() {
        assertThatItIsDenied(INSTANCE.anonymous("POST", "/oauth_token.do")
                .header("Content-Type", "application/json")
                .body("{\"grant_type\":\"password\"}")
                .send());
    }

    @Test
    void parametersInTheUrlDoNotCountUnlessTheInstanceAllowsThem() {
        var path = "/oauth_token.do?" + PASSWORD + "&" + CLIENT;
        assertThatItIsDenied(TOKENS.askAt(path, ""));

        INSTANCE.settings("{\"properties\":{\"glide.oauth.allow.parameters.in.post.body.only\":\"false\"}}");
        assertThat(TOKENS.askAt(path, "").status()).isEqualTo(200);
    }

    @Test
    void anyoneWhoHoldsATokenCanRevokeIt() {
        var answer = TOKENS.ask(PASSWORD + "&" + CLIENT);

        var revoked = INSTANCE.anonymous(
                        "GET", "/oauth_revoke_token.do?token=" + answer.json().getString("access_token"))
                .send();

        assertThat(revoked.status()).isEqualTo(200);
        assertThat(TOKENS.readWith(answer).status()).isEqualTo(401);
    }

    @Test
    void theLifeOfTokensIsASetting() {
        INSTANCE.settings("{\"tokenSeconds\":5}");

        var answer = TOKENS.ask(PASSWORD + "&" + CLIENT);

        assertThat(answer.json().getInteger("expires_in")).isEqualTo(5);
        INSTANCE.pass(Duration.ofSeconds(6));
        assertThat(TOKENS.readWith(answer).status()).isEqualTo(401);
    }
}
