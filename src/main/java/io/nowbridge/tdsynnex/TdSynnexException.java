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

    private TdSynnexException(String message, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** TD SYNNEX's own words, at most 500 characters, or why we did not even ask; empty if nothing was said. */
    public String reason() {
        return reason;
    }

    /** The caller asked for what cannot be. */
    public static final class Rejected extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Rejected(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** The administrator must renew the user name or the password. */
    public static final class Unauthorized extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Unauthorized(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** TD SYNNEX must give the account the right. */
    public static final class Forbidden extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Forbidden(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** TD SYNNEX must be told the address that our requests come from. */
    public static final class UnknownAddress extends TdSynnexException {

        private static final long serialVersionUID = 1;

        UnknownAddress(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** The administrator must give another address, or have the operator allow this one: nothing was sent there. */
    public static final class Barred extends TdSynnexException {

        private static final long serialVersionUID = 1;

        Barred(String message, String reason) {
            super(message, reason, null);
        }
    }

    /** Nobody need do anything: it heals by itself. */
    public static final class Unavailable extends TdSynnexException implements Passing {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // An exception that is sent anywhere has lost its use.
        private final Optional<Duration> asked;

        Unavailable(String message, String reason, Optional<Duration> asked, @Nullable Throwable cause) {
            super(message, reason, cause);
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

        Unintelligible(String message, @Nullable Throwable cause) {
            super(message, "", cause);
        }
    }
}
