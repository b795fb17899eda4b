package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IdentityProviderTest {

    private static final IdentityProvider PROVIDER = IdentityProvider.start(0);

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void aTokenNamesSubjectRolesAndTeams() throws Exception {
        var token = Token.issue(PROVIDER.issuer(), "ada", List.of("manager"), List.of("data-eng", "ops & co"));

        var claims = SignedJWT.parse(token).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo("ada");
        assertThat(claims.getStringListClaim("roles")).containsExactly("manager");
        assertThat(claims.getStringListClaim("teams")).containsExactly("data-eng", "ops & co");
    }

    @Test
    void aTokenIsForNowbridgeAndFromThisIssuer() throws Exception {
        var token = Token.issue(PROVIDER.issuer(), "ada", List.of("member"), List.of());

        var claims = SignedJWT.parse(token).getJWTClaimsSet();

        assertThat(claims.getAudience()).containsExactly("nowbridge");
        assertThat(claims.getIssuer()).isEqualTo(PROVIDER.issuer().toString());
    }

    @Test
    void someoneInNoTeamHasAnEmptyList() throws Exception {
        var token = Token.issue(PROVIDER.issuer(), "ada", List.of("member"), List.of());

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringListClaim("teams"))
                .isEmpty();
    }
}
