package io.nowbridge.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsTest {

    @ParameterizedTest
    @MethodSource
    void noSecretShows(Credentials credentials) {
        assertThat(credentials.toString()).contains("name").doesNotContain("secret");
    }

    static Stream<Credentials> noSecretShows() {
        return Stream.of(
                new Credentials.Basic("name", "secret"),
                new Credentials.ClientCredentials("name", "secret", Optional.empty()),
                new Credentials.Password("name", "secret", "name", "secret"));
    }
}
