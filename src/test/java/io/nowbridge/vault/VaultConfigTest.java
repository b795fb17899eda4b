package io.nowbridge.vault;

import static io.nowbridge.vault.Outcomes.failureOf;
import static io.nowbridge.vault.Outcomes.itemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.nowbridge.vault.VaultException.KeyUnusable;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

class VaultConfigTest {

    @TempDir
    private Path directory;

    private record Config(Optional<String> kmsKey, Optional<Path> keyFile) implements VaultConfig {}

    @Test
    void withNoMasterKeyTheFirstUseSaysWhatToSet() {
        var vault = vault(Optional.empty(), Optional.empty());

        assertThat(failureOf(vault.seal("c", new byte[0])))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("nowbridge.vault.kms-key")
                .hasMessageContaining("nowbridge.vault.key-file")
                .hasMessageEndingWith("neither is");
    }

    @Test
    void withTwoMasterKeysTheFirstUseSaysThatOneIsTooMany() {
        var vault = vault(Optional.of("alias/x"), Optional.of(directory.resolve("keys")));

        assertThat(failureOf(vault.seal("c", new byte[0])))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageEndingWith("not both");
    }

    @Test
    void aKeyFileNeedsNoKms() {
        var file = directory.resolve("keys");

        itemOf(vault(Optional.empty(), Optional.of(file)).seal("c", new byte[0]));

        assertThat(file).isRegularFile();
    }

    private static Vault vault(Optional<String> kmsKey, Optional<Path> keyFile) {
        return new Vault(new ConfiguredMasterKeys(new Config(kmsKey, keyFile), VaultConfigTest::noKms));
    }

    private static KmsAsyncClient noKms() {
        return fail("Nothing here asks KMS");
    }
}
