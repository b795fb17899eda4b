package io.nowbridge.connector.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.local.LocalNowbridge;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A connection that signs in with OAuth 2.0, from its configuration to the incident. */
class OAuthIT {

    private static final String AUTHENTICATION = "nowbridge.connections.demo.authentication.";
    private static final String BODY = "{\"shortDescription\": \"Signed in\", \"caller\": \"abel.tuter\"}";

    @Test
    void withClientCredentials() {
        try (var nowbridge = connectedBy(Map.of(
                "type", "oauth-client-credentials",
                "client-id", "2b7c1dae6f5042209f11c2d3e4f50612",
                "client-secret", "client-secret"))) {

            var answer = nowbridge.createTicket("oauth-client", BODY);

            assertThat(answer.status()).isEqualTo(201);
            assertThat(nowbridge.received("POST", "/oauth_token.do")).isEqualTo(1);
        }
    }

    @Test
    void withAPasswordAndATokenThatIsRefusedOnce() {
        try (var nowbridge = connectedBy(Map.of(
                "type", "oauth-password",
                "client-id", "1a6b0c9d5e4f41108f00b1c2d3e4f501",
                "client-secret", "password-secret"))) {
            var first = nowbridge.createTicket("oauth-password", BODY);
            nowbridge.fault("{\"match\": {\"path\": \"/api/now/table/\"}, \"fault\": \"status\", \"status\": 401}");

            var second = nowbridge.createTicket("oauth-password-again", BODY);

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(201);
            assertThat(nowbridge.received("POST", "/oauth_token.do")).isEqualTo(2);
        }
    }

    @Test
    void aSecretThatIsWrongNamesTheAdministratorsFix() {
        try (var nowbridge = connectedBy(Map.of(
                "type", "oauth-client-credentials",
                "client-id", "2b7c1dae6f5042209f11c2d3e4f50612",
                "client-secret", "wrong"))) {

            var answer = nowbridge.createTicket("oauth-wrong", BODY);

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text("/type")).isEqualTo("urn:nowbridge:problem:credentials-refused");
            assertThat(answer.body().toString()).doesNotContain("wrong");
            assertThat(nowbridge.received("POST", "/api/now/table/incident")).isZero();
        }
    }

    private static LocalNowbridge connectedBy(Map<String, String> authentication) {
        var settings = new HashMap<String, String>();
        authentication.forEach((name, value) -> settings.put(AUTHENTICATION + name, value));
        return new LocalNowbridge(settings);
    }
}
