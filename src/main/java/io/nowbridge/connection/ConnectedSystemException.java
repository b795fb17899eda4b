package io.nowbridge.connection;

import java.time.Duration;

/**
 * A call to a connected system that failed; the subtype says who can put it right.
 *
 * <p>The message says what was attempted and what came back, never a payload or a secret.
 */
public abstract sealed class ConnectedSystemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingHappened;
    private final String remedy;

    private ConnectedSystemException(String message, String remedy, boolean nothingHappened, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
        this.nothingHappened = nothingHappened;
    }

    /** Whether the remote system certainly did nothing; a write whose answer was lost may have happened. */
    public boolean nothingHappened() {
        return nothingHappened;
    }

    /** What to do about it, in a sentence for the person who can. */
    public String remedy() {
        return remedy;
    }

    /** The request was wrong: its author can put it right. */
    public static final class Rejected extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Rejected(String message, String remedy, boolean nothingHappened, Throwable cause) {
            super(message, remedy, nothingHappened, cause);
        }
    }

    /** The connection's credentials are not accepted: an administrator can put it right. */
    public static final class Unauthorized extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Unauthorized(String message, String remedy, boolean nothingHappened, Throwable cause) {
            super(message, remedy, nothingHappened, cause);
        }
    }

    /** The integration user lacks a right, or a rule of the system refused: its administrator can put it right. */
    public static final class Forbidden extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Forbidden(String message, String remedy, boolean nothingHappened, Throwable cause) {
            super(message, remedy, nothingHappened, cause);
        }
    }

    /** The system is down, slow or busy: it heals by itself. */
    public static final class Unavailable extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Unavailable(
                String message, String remedy, boolean nothingHappened, Duration retryAfter, Throwable cause) {
            super(message, remedy, nothingHappened, cause);
            this.retryAfter = retryAfter;
        }

        /** When another attempt is worth making, counted from the answer. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** What came back is no answer of that system: whoever runs it can put it right. */
    public static final class Unintelligible extends ConnectedSystemException {

        private static final long serialVersionUID = 1L;

        public Unintelligible(String message, String remedy, boolean nothingHappened, Throwable cause) {
            super(message, remedy, nothingHappened, cause);
        }
    }
}
