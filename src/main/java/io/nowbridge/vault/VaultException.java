package io.nowbridge.vault;

import org.jspecify.annotations.Nullable;

/**
 * The vault did not do what it was asked; the subtype says who can put that right.
 *
 * <p>The message says what was attempted and what stood in the way, and holds neither a key nor a secret.
 */
public abstract sealed class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private VaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The operator must see to the master key: it is missing, disabled, denied or not configured. */
    public static final class KeyUnusable extends VaultException {

        private static final long serialVersionUID = 1;

        KeyUnusable(String message) {
            super(message, null);
        }

        KeyUnusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What is stored was altered, or sealed for another context: the administrator must enter the secret again. */
    public static final class Tampered extends VaultException {

        private static final long serialVersionUID = 1;

        Tampered(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Nobody need do anything: the same call will do later. */
    public static final class Unavailable extends VaultException {

        private static final long serialVersionUID = 1;

        Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
