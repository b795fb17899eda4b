package io.nowbridge.servicenow;

import static io.nowbridge.servicenow.Outcomes.failureOf;
import static io.nowbridge.servicenow.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nowbridge.servicenow.Credentials.ApiKey;
import io.nowbridge.servicenow.Credentials.Basic;
import io.nowbridge.servicenow.Credentials.ClientCredentials;
import io.nowbridge.servicenow.Credentials.JwtBearer;
import io.nowbridge.servicenow.Credentials.Password;
import io.nowbridge.servicenow.Credentials.RefreshToken;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of credentials, at an instance that judges them. */
@QuarkusTest
class SigningInTest {

    private static final String PASSWORD_CLIENT = "1a6b0c9d5e4f41108f00b1c2d3e4f501";
    private static final String JWT_CLIENT = "3c8d2ebf706143309022d3e4f5061723";
    private static final String SERVICE = "5d10c0d1b0f14f6d9d1f9d2f6a7b8c01";

    @RegisterExtension
    final DemoInstance instance = new DemoInstance();

    @Test
    void aNameAndPassword() {
        assertThat(foundBy(new Basic("svc_nowbridge", "nowbridge"))).hasSize(1);
        assertRefused(new Basic("svc_nowbridge", "wrong"));
    }

    @Test
    void clientCredentials() {
        var client = "2b7c1dae6f5042209f11c2d3e4f50612";

        assertThat(foundBy(new ClientCredentials(client, "client-secret", Optional.empty())))
                .hasSize(1);
        assertRefused(new ClientCredentials(client, "wrong", Optional.empty()));
    }

    @Test
    void aPassword() {
        assertThat(foundBy(new Password(PASSWORD_CLIENT, "password-secret", "svc_nowbridge", "nowbridge")))
                .hasSize(1);
        assertRefused(new Password(PASSWORD_CLIENT, "password-secret", "svc_nowbridge", "wrong"));
    }

    @Test
    void aRefreshToken() {
        var token = instance.grant("grant_type=password&username=svc_nowbridge&password=nowbridge&client_id="
                        + PASSWORD_CLIENT + "&client_secret=password-secret")
                .getString("refresh_token");

        assertThat(foundBy(new RefreshToken(PASSWORD_CLIENT, "password-secret", token)))
                .hasSize(1);
        assertRefused(new RefreshToken(PASSWORD_CLIENT, "password-secret", "wrong"));
    }

    @Test
    void anAssertionOfOurs() throws Exception {
        var keys = Keys.rsa();
        var client = instance.find("oauth_entity", "client_id=" + JWT_CLIENT);
        instance.change("oauth_entity", client, "jwt_public_key", Keys.pem(keys.getPublic()));

        assertThat(foundBy(bearer(keys, SERVICE))).hasSize(1);
        assertRefused(bearer(keys, "0".repeat(32)));
        assertRefused(bearer(Keys.rsa(), SERVICE));
    }

    @Test
    void anApiKey() {
        assertThat(foundBy(new ApiKey("now_4f6d2b8c9e0a41d7a35b", Optional.empty())))
                .hasSize(1);
        assertThat(foundBy(new ApiKey("now_4f6d2b8c9e0a41d7a35b", Optional.of("X-sn-apikey"))))
                .hasSize(1);
        assertRefused(new ApiKey("now_4f6d2b8c9e0a41d7a35b", Optional.of("x-other-key")));
        assertRefused(new ApiKey("wrong", Optional.empty()));
    }

    private static JwtBearer bearer(KeyPair keys, String subject) {
        return new JwtBearer(JWT_CLIENT, "jwt-secret", Optional.of("1"), Keys.pem(keys.getPrivate()), subject);
    }

    private List<User> foundBy(Credentials credentials) {
        return itemOf(look(credentials));
    }

    private void assertRefused(Credentials credentials) {
        assertThat(failureOf(look(credentials))).isInstanceOf(Unauthorized.class);
    }

    private Uni<List<User>> look(Credentials credentials) {
        return instance.clients(Hurried.SHORT)
                .connect(instance.address(), credentials)
                .users()
                .find("abel.tuter");
    }
}
