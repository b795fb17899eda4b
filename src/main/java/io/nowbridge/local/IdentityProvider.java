package io.nowbridge.local;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect provider that believes what it is told.
 *
 * <p>People sign in by choosing who they are ({@link Person}), with an authorization code and PKCE. A program names the
 * subject, roles and teams of the token that it asks for: the form parameters {@code subject}, {@code roles} and {@code teams} of a {@code client_credentials} request become
 * the claims {@code sub}, {@code roles} and {@code teams}; the last two are lists, separated by commas, since RFC 6749
 * forbids to repeat a parameter.
 */
final class IdentityProvider implements AutoCloseable {

    /** The path of its issuer. */
    static final String ISSUER = "nowbridge";

    private final MockOAuth2Server server;

    private IdentityProvider(MockOAuth2Server server) {
        this.server = server;
    }

    /** Starts on {@code port} of the loopback interface, or on any free one for 0. */
    static IdentityProvider start(int port) {
        var config = new OAuth2Config(
                true,
                SignInPage.write().toString(),
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new Claims()),
                new MockWebServerWrapper());
        var server = new MockOAuth2Server(config);
        server.start(InetAddress.getLoopbackAddress(), port);
        return new IdentityProvider(server);
    }

    /** The address that stands in its tokens, {@code http://localhost:8094/nowbridge}. */
    URI issuer() {
        return issuer(server.baseUrl().port());
    }

    static URI issuer(int port) {
        return URI.create("http://localhost:" + port + "/" + ISSUER);
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static final class Claims implements OAuth2TokenCallback {

        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            return parameter(request, "subject").orElse("local-user");
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of("nowbridge");
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            // These would win over what the sign-in page says of a person.
            return request.getAuthorizationGrant().getType().equals(GrantType.AUTHORIZATION_CODE)
                    ? Map.of()
                    : Map.of("roles", list(request, "roles"), "teams", list(request, "teams"));
        }

        @Override
        public long tokenExpiry() {
            return Duration.ofHours(8).toSeconds();
        }

        private static List<String> list(TokenRequest request, String name) {
            return parameter(request, name).stream()
                    .flatMap(Pattern.compile(",")::splitAsStream)
                    .toList();
        }

        private static Optional<String> parameter(TokenRequest request, String name) {
            return Optional.ofNullable(request.getCustomParameter(name))
                    .map(List::getFirst)
                    .filter(value -> !value.isEmpty());
        }
    }
}
