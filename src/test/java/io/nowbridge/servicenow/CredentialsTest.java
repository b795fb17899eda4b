package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nowbridge.servicenow.Credentials.ApiKey;
import io.nowbridge.servicenow.Credentials.JwtBearer;
import java.security.KeyPairGenerator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @MethodSource
    void noSecretShows(Credentials credentials) {
        assertThat(credentials.toString()).contains("name").doesNotContain("secret", "PRIVATE");
    }

    static Stream<Credentials> noSecretShows() throws Exception {
        return Stream.of(
                new Credentials.Basic("name", "secret"),
                new Credentials.ClientCredentials("name", "secret", Optional.empty()),
                new Credentials.Password("name", "secret", "name", "secret"),
                new Credentials.RefreshToken("name", "secret", "secret"),
                new JwtBearer(
                        "name", "secret", Optional.empty(), Keys.pem(Keys.rsa().getPrivate()), "user"),
                new ApiKey("secret", Optional.of("x-name")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2VjcmV0",
                "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nc2VjcmV0\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nc2VjcmV0c\n-----END PRIVATE KEY-----"
            })
    void aPrivateKeyThatIsNoneIsRefusedWithoutShowingIt(String pem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtBearer("id", "secret", Optional.empty(), pem, "user"))
                .withMessageStartingWith("The private key ")
                .withMessageNotContaining("c2VjcmV0")
                .withNoCause();
    }

    @Test
    void aPrivateKeyOfAnotherKindIsRefused() throws Exception {
        var pem = Keys.pem(KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtBearer("id", "secret", Optional.empty(), pem, "user"))
                .withMessage("The private key is damaged, or is none for RSA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x key", "x-key:", "x-key\r\nHost", "Host", "content-length", "Transfer-Encoding"})
    void anApiKeyDoesNotPassForAnotherHeader(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKey("secret", Optional.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "key\r\nHost: elsewhere", "clé"})
    void anApiKeyIsOneWord(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKey(key, Optional.empty()));
    }
}
