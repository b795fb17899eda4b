package io.nowbridge.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call to a connected system that failed; the subtype says who can put it right.
 *
 * <p>The message says what was attempted and what came back: at most the system's own words about it, never what was sent
 * or a secret.
 */
public abstract sealed class ConnectedSystemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Report report;

    private ConnectedSystemException(Report report, @Nullable Throwable cause) {
        super(report.message(), cause);
        this.report = report;
    }

    /**
     * What is known of a failed call.
     *
     * @param remedy what to do about it, in a sentence for the person who can
     * @param effect what it may have done
     */
    public record Report(String message, String remedy, Effect effect) {}

    /** What a failed call may have done at the other end. */
    public enum Effect {
        /** Certainly nothing. */
        NONE,
        /** Perhaps what was asked; it is over. */
        POSSIBLE,
        /** Perhaps what was asked, and perhaps not yet: no answer came. */
        PENDING
    }

    /** Whether the remote system certainly did nothing; a write whose answer was lost may have happened. */
    public boolean nothingHappened() {
        return report.effect() == Effect.NONE;
    }

    /** Whether an answer came, of whatever kind; without one, the call may still be carried out. */
    public boolean answered() {
        return report.effect() != Effect.PENDING;
    }

    /** What to do about it, in a sentence for the person who can. */
    public String remedy() {
        return report.remedy();
    }

    /** The request was wrong: its author can put it right. */
    public static final class Rejected extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Rejected(Report report, Throwable cause) {
            super(report, cause);
        }
    }

    /** The connection's credentials are not accepted: an administrator can put it right. */
    public static final class Unauthorized extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Unauthorized(Report report, Throwable cause) {
            super(report, cause);
        }
    }

    /** The integration user lacks a right, or a rule of the system refused: its administrator can put it right. */
    public static final class Forbidden extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Forbidden(Report report, @Nullable Throwable cause) {
            super(report, cause);
        }
    }

    /** The system is down, slow or busy: it heals by itself. */
    public static final class Unavailable extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;
        private final boolean asked;

        public Unavailable(Report report, Duration retryAfter, Throwable cause) {
            this(report, retryAfter, false, cause);
        }

        public Unavailable(Report report, Duration retryAfter, boolean asked, Throwable cause) {
            super(report, cause);
            this.retryAfter = retryAfter;
            this.asked = asked;
        }

        /** Whether the system itself asked to be left alone for so long: any other call would be told the same. */
        public boolean asked() {
            return asked;
        }

        /** When another attempt is worth making, counted from the answer. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** What came back is no answer of that system: whoever runs it can put it right. */
    public static final class Unintelligible extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Unintelligible(Report report, Throwable cause) {
            super(report, cause);
        }
    }
}
