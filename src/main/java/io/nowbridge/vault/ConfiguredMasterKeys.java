package io.nowbridge.vault;

import io.nowbridge.vault.VaultException.KeyUnusable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/** The master keys that the configuration names, looked up when they are first needed. */
final class ConfiguredMasterKeys implements Supplier<MasterKeys> {

    private final VaultConfig config;
    private final Supplier<KmsAsyncClient> kms;

    // Guarded by this.
    private @Nullable MasterKeys found;

    ConfiguredMasterKeys(VaultConfig config, Supplier<KmsAsyncClient> kms) {
        this.config = config;
        this.kms = kms;
    }

    @Override
    public synchronized MasterKeys get() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private MasterKeys find() {
        if (config.kmsKey().isPresent() == config.keyFile().isPresent()) {
            throw new KeyUnusable(
                    "The vault needs a master key: set nowbridge.vault.kms-key or nowbridge.vault.key-file,"
                            + (config.keyFile().isPresent() ? " not both" : " neither is"));
        }
        return config.kmsKey()
                .<MasterKeys>map(key -> new KmsMasterKeys(kms.get(), key))
                .orElseGet(() -> new KeyFile(config.keyFile().orElseThrow()));
    }
}
