package io.nowbridge.servicenow;

import io.nowbridge.http.Passing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ServiceNow did not do what it was asked; the subtype says who can put that right.
 *
 * <p>The message says what was attempted and what came back, and holds nothing that was sent or received.
 */
public abstract sealed class ServiceNowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Effect effect;

    private ServiceNowException(String message, Effect effect, @Nullable Throwable cause) {
        super(message, cause);
        this.effect = effect;
    }

    /** What a call that failed may have done. */
    enum Effect {
        /** Certainly nothing. */
        NONE,
        /** Perhaps what was asked; it is over. */
        POSSIBLE,
        /** Perhaps what was asked, and perhaps not yet: ServiceNow did not answer. */
        PENDING
    }

    /**
     * Whether the call certainly changed nothing: it only read, never left, or was refused before it was carried out. A write
     * for which this is false may have happened, so look before repeating it.
     */
    public boolean nothingHappened() {
        return effect == Effect.NONE;
    }

    /**
     * Whether ServiceNow has ended the call. Without its answer it may be working on it still, for as long as its quota for a
     * transaction allows: 60 s.
     */
    public boolean answered() {
        return effect != Effect.PENDING;
    }

    /** The caller asked for what cannot be. */
    public static final class Rejected extends ServiceNowException {

        private static final long serialVersionUID = 1;

        private final String reason;

        Rejected(String message, String reason, Effect effect) {
            super(message, effect, null);
            this.reason = reason;
        }

        /** ServiceNow's own words, at most 500 characters; empty if it said nothing. */
        public String reason() {
            return reason;
        }
    }

    /** The administrator must renew the credentials, or the access policy keeps them out. */
    public static final class Unauthorized extends ServiceNowException {

        private static final long serialVersionUID = 1;

        Unauthorized(String message) {
            super(message, Effect.NONE, null);
        }
    }

    /**
     * The administrator must grant a right, or a data policy or business rule stood in the way. ServiceNow is known to answer
     * so although it wrote, when the user may insert but not read.
     */
    public static final class Forbidden extends ServiceNowException {

        private static final long serialVersionUID = 1;

        private final String reason;

        Forbidden(String message, String reason, Effect effect) {
            super(message, effect, null);
            this.reason = reason;
        }

        /** ServiceNow's own words, at most 500 characters; empty if it said nothing. */
        public String reason() {
            return reason;
        }
    }

    /** The administrator must give another address, or have the operator allow this one: nothing was sent there. */
    public static final class Barred extends ServiceNowException {

        private static final long serialVersionUID = 1;

        private final String reason;

        Barred(String message, String reason) {
            super(message, Effect.NONE, null);
            this.reason = reason;
        }

        /** Why the address may not be called, in words for people. */
        public String reason() {
            return reason;
        }
    }

    /** Nobody need do anything: it heals by itself. */
    public static final class Unavailable extends ServiceNowException implements Passing {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // An exception that is sent anywhere has lost its use.
        private final Optional<Duration> asked;

        Unavailable(String message, Optional<Duration> asked, Effect effect, @Nullable Throwable cause) {
            super(message, effect, cause);
            this.asked = asked;
        }

        @Override
        public Optional<Duration> asked() {
            return asked;
        }
    }

    /** The instance's owner must look: what answers there does not answer as ServiceNow does. */
    public static final class Unintelligible extends ServiceNowException {

        private static final long serialVersionUID = 1;

        Unintelligible(String message, Effect effect, @Nullable Throwable cause) {
            super(message, effect, cause);
        }
    }
}
