package io.nowbridge.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nowbridge.vault.VaultException.Tampered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesKeyTest {

    private static final byte[] PLAIN = {1, 2, 3};

    @Test
    void whatIsEncryptedForOneContextIsNotDecryptedForAnother() {
        var key = AesKey.random();

        var encrypted = key.encrypt(PLAIN, "one");

        assertThat(key.decrypt(encrypted, "one", "thing")).isEqualTo(PLAIN);
        assertThatExceptionOfType(Tampered.class)
                .isThrownBy(() -> key.decrypt(encrypted, "two", "thing"))
                .withMessage("The thing was altered, or sealed for another context");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33})
    void aKeyOfAnotherLengthIsRefused(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AesKey(new byte[length]));
    }

    @Test
    void aClosedKeyIsWiped() {
        var bytes = new byte[32];
        bytes[31] = 1;

        new AesKey(bytes).close();

        assertThat(bytes).containsOnly(0);
    }
}
