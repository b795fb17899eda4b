package io.nowbridge.vault;

import java.util.Arrays;
import java.util.Objects;

/**
 * A secret as it may be stored: useless without the master key and the context it was sealed for.
 *
 * @param keyId the master key that wrapped the data key: an ARN of KMS, or an id in the key file
 * @param wrappedKey the data key, encrypted by the master key
 * @param ciphertext the secret, encrypted by the data key
 */
@SuppressWarnings("ArrayRecordComponent") // Copied on the way in and out, and compared by content.
public record Sealed(String keyId, byte[] wrappedKey, byte[] ciphertext) {

    public Sealed {
        wrappedKey = wrappedKey.clone();
        ciphertext = ciphertext.clone();
    }

    @Override
    public byte[] wrappedKey() {
        return wrappedKey.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed(var id, var key, var text)
                && keyId.equals(id)
                && Arrays.equals(wrappedKey, key)
                && Arrays.equals(ciphertext, text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keyId, Arrays.hashCode(wrappedKey), Arrays.hashCode(ciphertext));
    }

    @Override
    public String toString() {
        return "Sealed[keyId=" + keyId + "]";
    }
}
