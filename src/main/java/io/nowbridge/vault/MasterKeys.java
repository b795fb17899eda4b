package io.nowbridge.vault;

import io.smallrye.mutiny.Uni;

/**
 * The keys that wrap data keys: the current one wraps, and older ones open what they once wrapped.
 *
 * <p>Every operation fails with a {@link VaultException} and with nothing else.
 */
interface MasterKeys {

    /** Makes a data key, wrapped so that it opens for {@code context} only. */
    Uni<DataKey> dataKey(String context);

    /** Opens a wrapped data key; whoever asked closes it. */
    Uni<AesKey> unwrap(String context, WrappedKey wrapped);

    /** Wraps the same data key by the current master key. */
    Uni<WrappedKey> rewrap(String context, WrappedKey wrapped);

    /** Whether {@code keyId} is known to be the current master key, without asking anyone. */
    boolean isCurrent(String keyId);

    /** A data key that is fit to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared, and handed from one method to the next.
    record WrappedKey(String keyId, byte[] bytes) {}

    /** A new data key, both ways; whoever asked closes the plain one. */
    record DataKey(AesKey plain, WrappedKey wrapped) {}
}
