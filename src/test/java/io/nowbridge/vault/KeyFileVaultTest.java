package io.nowbridge.vault;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The vault with its master keys in a file. */
class KeyFileVaultTest extends VaultContract {

    @TempDir
    private Path directory;

    private KeyFile keys;

    @BeforeEach
    void open() {
        keys = new KeyFile(directory.resolve("keys"));
    }

    @Override
    Vault vault() {
        return new Vault(() -> keys);
    }

    @Override
    void rotate() {
        keys.rotate();
    }
}
