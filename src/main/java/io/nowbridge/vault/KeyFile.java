package io.nowbridge.vault;

import io.nowbridge.vault.KeyRing.MasterKey;
import io.nowbridge.vault.VaultException.KeyUnusable;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Master keys in a file of mode 0600, for a machine of one's own. The first key is made with the first data key, and never
 * while opening: a file that was lost is missed, not replaced.
 *
 * <p>The file, a few lines, is read anew each time, so that a key added by another process counts at once.
 */
public final class KeyFile implements MasterKeys {

    private final PrivateFile file;

    public KeyFile(Path file) {
        this.file = new PrivateFile(file);
    }

    /** Adds a master key, which is the current one from now on; the older ones stay, for what they wrapped. */
    public void rotate() {
        change(keys -> keys.map(KeyRing::withAnother).orElseGet(KeyRing::ofOneKey));
    }

    @Override
    public Uni<DataKey> dataKey(String context) {
        return Uni.createFrom().item(() -> {
            var keys = read().orElseGet(() -> change(made -> made.orElseGet(KeyRing::ofOneKey)));
            var dataKey = AesKey.random();
            return new DataKey(dataKey, wrap(keys.current(), dataKey, context));
        });
    }

    @Override
    public Uni<AesKey> unwrap(String context, WrappedKey wrapped) {
        return Uni.createFrom().item(() -> unwrap(present(), context, wrapped));
    }

    @Override
    public Uni<WrappedKey> rewrap(String context, WrappedKey wrapped) {
        return Uni.createFrom().item(() -> {
            var keys = present();
            try (var dataKey = unwrap(keys, context, wrapped)) {
                return wrap(keys.current(), dataKey, context);
            }
        });
    }

    @Override
    public boolean isCurrent(String keyId) {
        return present().current().id().equals(keyId);
    }

    private static WrappedKey wrap(MasterKey master, AesKey dataKey, String context) {
        return new WrappedKey(master.id(), master.key().wrap(dataKey, context));
    }

    private AesKey unwrap(KeyRing keys, String context, WrappedKey wrapped) {
        var master = keys.find(wrapped.keyId())
                .orElseThrow(() -> new KeyUnusable(file.path() + " has no key " + wrapped.keyId()));
        return new AesKey(master.key().decrypt(wrapped.bytes(), context, "data key"));
    }

    private KeyRing present() {
        return read().orElseThrow(() -> new KeyUnusable("The key file " + file.path() + " does not exist"));
    }

    private Optional<KeyRing> read() {
        return with(() -> file.read().map(KeyRing::parse));
    }

    private KeyRing change(Function<Optional<KeyRing>, KeyRing> change) {
        return with(() -> KeyRing.parse(
                file.change(text -> change.apply(text.map(KeyRing::parse)).text())));
    }

    private <T> T with(Access<T> access) {
        try {
            return access.run();
        } catch (IOException e) {
            throw new KeyUnusable("The key file " + file.path() + " cannot be read or written", e);
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable("The key file " + file.path() + " is damaged: " + e.getMessage(), e);
        }
    }

    private interface Access<T> {
        T run() throws IOException;
    }
}
