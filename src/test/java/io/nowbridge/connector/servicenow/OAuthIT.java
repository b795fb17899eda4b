package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import io.nowbridge.local.LocalNowbridge.Answer;
import io.nowbridge.local.OwnNowbridge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that sign in with OAuth 2.0, from the form to the incident. */
class OAuthIT {

    private static final String CLIENT_CREDENTIALS = """
            {"type": "oauth-client-credentials", "clientId": "2b7c1dae6f5042209f11c2d3e4f50612",
             "clientSecret": "client-secret"}""";
    private static final String PASSWORD = """
            {"type": "oauth-password", "clientId": "1a6b0c9d5e4f41108f00b1c2d3e4f501", "clientSecret": "password-secret",
             "username": "svc_nowbridge", "password": "nowbridge"}""";

    @RegisterExtension
    static final OwnNowbridge NOWBRIDGE = new OwnNowbridge();

    @Test
    void withClientCredentials() {
        var connection = connect("Client credentials", CLIENT_CREDENTIALS);

        var answer = createTicket("oauth-client", connection.text("/connection/id"));

        assertThat(connection.status()).isEqualTo(201);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(nowbridge().received("POST", "/oauth_token.do")).isPositive();
    }

    @Test
    void withAPasswordAndATokenThatIsRefusedOnce() {
        var connection = connect("Password", PASSWORD).text("/connection/id");
        var first = createTicket("oauth-password", connection);
        var fetched = nowbridge().received("POST", "/oauth_token.do");
        nowbridge().fault("{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"status\", \"status\": 401}");

        var second = createTicket("oauth-password-again", connection);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(nowbridge().received("POST", "/oauth_token.do")).isEqualTo(fetched + 1);
    }

    @Test
    void aSecretThatIsWrongIsNotKept() {
        var answer = connect("Wrong", CLIENT_CREDENTIALS.replace("client-secret", "wrong-secret"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/type")).isEqualTo("urn:nowbridge:problem:test-failed");
        assertThat(answer.text("/errors/0/field")).isEqualTo("credentials");
        assertThat(answer.body().toString()).doesNotContain("wrong-secret");
        assertThat(nowbridge().call("GET", "/connections", "").body().toString())
                .doesNotContain("Wrong");
    }

    @Test
    void aSecretThatIsNoLongerAcceptedNamesTheAdministratorsFix() {
        var connection = connect("Revoked", CLIENT_CREDENTIALS).text("/connection/id");
        nowbridge()
                .fault(
                        "{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"status\", \"status\": 401, \"times\": 20}");

        var answer = createTicket("oauth-revoked", connection);
        nowbridge().calm();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("/type")).isEqualTo("urn:nowbridge:problem:credentials-refused");
        assertThat(answer.text("/whoCanFix")).isEqualTo("administrator");
        assertThat(nowbridge().incidents("short_descriptionLIKEoauth-revoked")).isEmpty();
    }

    private static Answer connect(String name, String authentication) {
        return nowbridge().call("POST", "/connections", nowbridge().form(name, authentication));
    }

    private static Answer createTicket(String anomaly, String connection) {
        return nowbridge()
                .createTicket(
                        anomaly,
                        "{\"connectionId\": \"" + connection + "\", \"shortDescription\": \"Signed in: " + anomaly
                                + "\", \"caller\": \"abel.tuter\"}");
    }

    private static LocalNowbridge nowbridge() {
        return NOWBRIDGE.run();
    }
}
