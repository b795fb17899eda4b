package io.nowbridge.vault;

import io.nowbridge.vault.MasterKeys.WrappedKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * Seals secrets, each for a context such as a connection's id: for any other it does not open.
 *
 * <p>Every operation fails with a {@link VaultException} and with nothing else. The vault asks for its master key when it is
 * first used, so that a function which only holds it starts without.
 */
@Singleton
public final class Vault {

    private final Supplier<MasterKeys> masterKeys;

    @Inject
    Vault(VaultConfig config, Instance<KmsAsyncClient> kms) {
        this(new ConfiguredMasterKeys(config, kms::get));
    }

    Vault(Supplier<MasterKeys> masterKeys) {
        this.masterKeys = masterKeys;
    }

    /** Seals {@code secret} with a new data key. */
    public Uni<Sealed> seal(String context, byte[] secret) {
        // The caller may wipe its own before this is subscribed to.
        var kept = secret.clone();
        return Uni.createFrom()
                .deferred(() -> masterKeys.get().dataKey(context))
                .map(dataKey -> {
                    try (var key = dataKey.plain()) {
                        var wrapped = dataKey.wrapped();
                        return new Sealed(wrapped.keyId(), wrapped.bytes(), key.encrypt(kept, context));
                    }
                });
    }

    /** Opens what was sealed for {@code context}; whoever asked keeps the secret, or wipes it. */
    public Uni<byte[]> open(String context, Sealed sealed) {
        return Uni.createFrom()
                .deferred(() -> masterKeys.get().unwrap(context, wrapped(sealed)))
                .map(dataKey -> {
                    try (dataKey) {
                        return dataKey.decrypt(sealed.ciphertext(), context, "secret");
                    }
                });
    }

    /** Wraps the data key by the current master key and leaves the ciphertext; gives {@code sealed} itself if it was. */
    public Uni<Sealed> rewrap(String context, Sealed sealed) {
        return Uni.createFrom()
                .deferred(() -> masterKeys.get().rewrap(context, wrapped(sealed)))
                .map(wrapped -> wrapped.keyId().equals(sealed.keyId())
                        ? sealed
                        : new Sealed(wrapped.keyId(), wrapped.bytes(), sealed.ciphertext()));
    }

    /**
     * Whether {@code sealed} is known to lie under the current master key. Nobody is asked: behind an alias of KMS it is what
     * this process learned from its last {@link #seal} or {@link #rewrap}, and false before.
     */
    public boolean isCurrent(Sealed sealed) {
        return masterKeys.get().isCurrent(sealed.keyId());
    }

    private static WrappedKey wrapped(Sealed sealed) {
        return new WrappedKey(sealed.keyId(), sealed.wrappedKey());
    }
}
