package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenAuthorizerTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private static TestIssuer issuer;
    private static TokenAuthorizer authorizer;

    @BeforeAll
    static void start() throws Exception {
        issuer = TestIssuer.start();
        authorizer = new TokenAuthorizer(
                new Template.TokenRule(issuer.address(), Set.of("nowbridge")), InstantSource.fixed(NOW));
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aGoodTokenTellsItsClaims() throws Exception {
        var found = authorizer.claims("Bearer " + issuer.sign(claims().build()));

        assertThat(found).map(JWTClaimsSet::getSubject).contains("ada");
    }

    @Test
    void theWordBearerMayBeLeftOut() throws Exception {
        assertThat(authorizer.claims(issuer.sign(claims().build()))).isPresent();
    }

    @Test
    void oneOfSeveralAudiencesIsEnough() throws Exception {
        var both = claims().audience(List.of("elsewhere", "nowbridge")).build();

        assertThat(authorizer.claims(issuer.sign(both))).isPresent();
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        refused(issuer.sign(
                claims().expirationTime(Date.from(NOW.minusSeconds(1))).build()));
    }

    @Test
    void aTokenOfTheFutureIsRefused() throws Exception {
        refused(issuer.sign(
                claims().notBeforeTime(Date.from(NOW.plusSeconds(1))).build()));
    }

    @Test
    void aTokenThatNeverExpiresIsRefused() throws Exception {
        refused(issuer.sign(claims().expirationTime(null).build()));
    }

    @Test
    void aTokenForSomeoneElseIsRefused() throws Exception {
        refused(issuer.sign(claims().audience("elsewhere").build()));
    }

    @Test
    void aTokenFromSomeoneElseIsRefused() throws Exception {
        refused(issuer.sign(claims().issuer("https://issuer.example.com").build()));
    }

    @Test
    void aTokenSignedWithAnotherKeyOfTheSameNameIsRefused() throws Exception {
        var forger = new RSAKeyGenerator(2048).keyID(issuer.key().getKeyID()).generate();

        refused(TestIssuer.sign(claims().build(), forger));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(issuer.key().getKeyID())
                .build();
        var token = new SignedJWT(header, claims().build());
        token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));

        refused(token.serialize());
    }

    private static void refused(String token) throws JOSEException {
        assertThat(authorizer.claims("Bearer " + token)).isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience("nowbridge")
                .subject("ada")
                .expirationTime(Date.from(NOW.plusSeconds(1)));
    }
}
