package io.nowbridge.tdsynnex;

import io.nowbridge.http.Passing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TD SYNNEX did not do what it was asked; the subtype says who can put that right.
 *
 * <p>The message says what was attempted and what came back, and holds nothing that was sent.
 */
public abstract sealed class TdSynnexException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;
    private final Effect effect;

    private TdSynnexException(String message, String reason, Effect effect, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.effect = effect;
    }

    /** What a call that failed may have done. */
    enum Effect {
        /** Certainly nothing. */
        NONE,
        /** Perhaps what was asked; it is over. */
        POSSIBLE,
        /** Perhaps what was asked, and perhaps not yet: TD SYNNEX did not answer, or not for itself. */
        PENDING
    }

    /** TD SYNNEX's own words, at most 500 characters, or why we did not even ask; empty if nothing was said. */
    public String reason() {
        return reason;
    }

    /**
     * Whether the call certainly changed nothing: it only read, never left, or was refused before it was carried out. An order
     * for which this is false may be there, so ask for its status before repeating it.
     */
    public boolean nothingHappened() {
        return effect == Effect.NONE;
    }

    /** Whether TD SYNNEX has ended the call; without its answer it may be working on it still. */
    public boolean answered() {
        return effect != Effect.PENDING;
    }

    /** The caller asked for what cannot be. */
    public static final class Rejected extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Rejected(String message, String reason, Effect effect) {
            super(message, reason, effect, null);
        }
    }

    /** The administrator must renew the user name or the password. */
    public static final class Unauthorized extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Unauthorized(String message, String reason) {
            super(message, reason, Effect.NONE, null);
        }
    }

    /** TD SYNNEX must give the account the right. */
    public static final class Forbidden extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Forbidden(String message, String reason) {
            super(message, reason, Effect.NONE, null);
        }
    }

    /** TD SYNNEX must be told the address that our requests come from. */
    public static final class UnknownAddress extends TdSynnexException {

        private static final long serialVersionUID = 1;

        UnknownAddress(String message, String reason) {
            super(message, reason, Effect.NONE, null);
        }
    }

    /** The administrator must give another address, or have the operator allow this one: nothing was sent there. */
    public static final class Barred extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Barred(String message, String reason) {
            super(message, reason, Effect.NONE, null);
        }
    }

    /** Nobody need do anything: it heals by itself. */
    public static final class Unavailable extends TdSynnexException implements Passing {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // An exception that is sent anywhere has lost its use.
        private final Optional<Duration> asked;

        Unavailable(String message, String reason, Optional<Duration> asked, Effect effect, @Nullable Throwable cause) {
            super(message, reason, effect, cause);
            this.asked = asked;
        }

        @Override
        public Optional<Duration> asked() {
            return asked;
        }
    }

    /** The instance's owner must look: what answers there does not answer as TD SYNNEX does. */
    public static final class Unintelligible extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Unintelligible(String message, Effect effect, @Nullable Throwable cause) {
            super(message, "", effect, cause);
        }
    }
}
