package io.nowbridge.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.nowbridge.vault.VaultException.Tampered;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

/** An AES-256 key for GCM: what it encrypts for a context, it decrypts for that context only. */
final class AesKey implements AutoCloseable {

    private static final int BYTES = 32;

    private final byte[] bytes;

    /** Takes {@code bytes} over: closing the key wipes them. */
    AesKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("An AES-256 key has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    static AesKey random() {
        return new AesKey(Random.randBytes(BYTES));
    }

    static AesKey ofBase64(String text) {
        return new AesKey(Base64.getDecoder().decode(text));
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Encrypts with a nonce of its own, which precedes the ciphertext. */
    byte[] encrypt(byte[] plain, String context) {
        try {
            return aead().encrypt(plain, associated(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Decrypts what {@link #encrypt} gave for the same context; {@code what} it is, a failure names. */
    byte[] decrypt(byte[] encrypted, String context, String what) {
        try {
            return aead().decrypt(encrypted, associated(context));
        } catch (GeneralSecurityException e) {
            throw new Tampered("The " + what + " was altered, or sealed for another context", e);
        }
    }

    /** Encrypts another key, as a master key does with a data key. */
    byte[] wrap(AesKey other, String context) {
        return encrypt(other.bytes, context);
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    private Aead aead() throws GeneralSecurityException {
        return new AesGcmJce(bytes);
    }

    private static byte[] associated(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
