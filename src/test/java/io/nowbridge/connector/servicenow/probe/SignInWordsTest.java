package io.nowbridge.connector.servicenow.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.activity.WhoCanFix;
import io.nowbridge.connection.Authentication;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that are refused, or that no sign-in can be made of. */
@QuarkusTest
class SignInWordsTest {

    private static final String CLIENT = "2b7c1dae6f5042209f11c2d3e4f50612";

    @RegisterExtension
    final TestedInstance instance = new TestedInstance();

    @Test
    void aWrongPasswordIsToldAsSuch() {
        var found =
                instance.test(Authentication.of("basic", Map.of("username", "svc_nowbridge", "password", "hunter2")));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").cause()).contains("401", "user name and password");
        assertThat(found.checks().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'locked_out':'true'}", "{'active':'false'}"})
    void aUserWhoMayNotSignInIsAmongTheCausesToLookAt(String change) {
        instance.user(change);

        var found = instance.test();

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").fix()).contains("active", "locked out");
        assertThat(found.of("credentials").whoCanFix()).isEqualTo(WhoCanFix.ADMINISTRATOR);
    }

    @Test
    void aGrantThatIsSwitchedOffIsNamedByItsProperty() {
        instance.property("glide.oauth.inbound.client.credential.grant_type.enabled", "false");

        var found = instance.test(Authentication.of(
                "oauth-client-credentials", Map.of("clientId", CLIENT, "clientSecret", "client-secret")));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").fix()).contains("glide.oauth.inbound.client.credential.grant_type.enabled");
    }

    @Test
    void anApiKeyIsTriedAsOne() {
        var right = instance.test(Authentication.of("api-key", Map.of("key", "now_4f6d2b8c9e0a41d7a35b")));
        var wrong = instance.test(Authentication.of("api-key", Map.of("key", "now_0000000000000000")));

        assertThat(right.failed()).isEmpty();
        wrong.assertOnlyFailureIs("credentials");
        assertThat(wrong.of("credentials").cause()).contains("API key");
    }

    @Test
    void aRefreshTokenThatExpiredIsToldAsSuch() {
        var found = instance.test(refreshToken("long-gone"));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").fix()).contains("new refresh token");
    }

    @Test
    void aRefreshTokenThatTheInstanceReplacesIsHandedOverToBeKept() {
        instance.fault("{'fault':'status','status':200,'match':{'path':'/oauth_token.do'},"
                + "'body':{'access_token':'one','refresh_token':'second'}}");

        instance.test(refreshToken("first"));

        assertThat(instance.kept()).containsExactly(refreshToken("second"));
    }

    @Test
    void aPrivateKeyThatIsNoneIsToldWithoutShowingIt() {
        var found = instance.test(Authentication.of(
                "oauth-jwt-bearer",
                Map.of("clientId", "c", "clientSecret", "s", "privateKey", "hunter2hunter2", "subject", "u")));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").fix()).contains("PKCS#8").doesNotContain("access policy");
        assertThat(found.checks().toString()).doesNotContain("hunter2");
    }

    @Test
    void anApiKeyThatCannotBeOneIsNotTriedAndToldInShort() {
        var found = instance.test(Authentication.of("api-key", Map.of("key", "now 4f6d")));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").cause()).contains("letters, digits and punctuation");
        assertThat(found.of("credentials").fix()).startsWith("Copy the key").doesNotContain("access policy");
        assertThat(found.checks().toString()).doesNotContain("4f6d");
    }

    @ParameterizedTest
    @CsvSource({
        "basic, user name and password",
        "oauth-client-credentials, glide.oauth.inbound.client.credential.grant_type.enabled",
        "oauth-password, glide.oauth.inbound.ropc.grant_type.disabled",
        "oauth-refresh-token, refresh token",
        "oauth-jwt-bearer, public key",
        "api-key, authentication profile"
    })
    void eachWayOfSigningInHasItsOwnThingsToLookAt(String scheme, String thing) {
        assertThat(SignInWords.remedy(scheme).fix()).contains(thing, "REST API access policy");
    }

    @Test
    void credentialsThatNothingCanBeMadeOfAreTold() {
        var found = instance.test(Authentication.of("carrier-pigeon", Map.of()));

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").cause()).contains("carrier-pigeon");
    }

    @Test
    void aClosedTableApiIsNoMatterOfThePassword() {
        instance.settings("{'apiAcl':['table']}");

        var found = instance.test();

        found.assertOnlyFailureIs("credentials");
        assertThat(found.of("credentials").cause()).contains("403", "API level ACL");
        assertThat(found.of("credentials").fix()).contains("rest_service");
    }

    private static Authentication refreshToken(String token) {
        return Authentication.of(
                "oauth-refresh-token",
                Map.of(
                        "clientId",
                        "1a6b0c9d5e4f41108f00b1c2d3e4f501",
                        "clientSecret",
                        "password-secret",
                        "refreshToken",
                        token));
    }
}
