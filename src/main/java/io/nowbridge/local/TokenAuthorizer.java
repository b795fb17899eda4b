package io.nowbridge.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a token as the JWT authorizer of an HTTP API does: signature by the issuer's keys, {@code iss}, {@code aud},
 * {@code exp} and {@code nbf}.
 *
 * <p>Source: API Gateway developer guide, "Control access to HTTP APIs with JWT authorizers": RSA algorithms only.
 */
final class TokenAuthorizer {

    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    TokenAuthorizer(Template.TokenRule rule, InstantSource clock) {
        var keys = JWKSourceBuilder.<SecurityContext>create(keysOf(rule.issuer()))
                .rateLimited(false)
                .build();
        var exact = new JWTClaimsSet.Builder().issuer(rule.issuer()).build();
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(rule.audience(), exact, Set.of("exp"), Set.of()) {

            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        claims.setMaxClockSkew(0);
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.Family.RSA, keys));
        tokens.setJWTClaimsSetVerifier(claims);
    }

    /** The claims of the token in an {@code Authorization} header; empty if it does not open the door. */
    Optional<JWTClaimsSet> claims(String authorization) throws JOSEException {
        var token = authorization.replaceFirst("(?i)^Bearer ", "");
        try {
            return Optional.of(tokens.process(token, null));
        } catch (BadJOSEException | ParseException e) {
            return Optional.empty();
        }
    }

    private static URL keysOf(String issuer) {
        try {
            return URI.create(issuer + "/jwks").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The issuer is no address: " + issuer, e);
        }
    }
}
