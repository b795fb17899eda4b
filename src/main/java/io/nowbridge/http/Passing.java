package io.nowbridge.http;

import java.time.Duration;
import java.util.Optional;

/** A failure that passes by itself: what failed can be tried again. */
public interface Passing {

    /** A few seconds, where the remote system asks for nothing. */
    Duration A_MOMENT = Duration.ofSeconds(5);

    /** How long the remote system asked to be left alone, if it did. */
    Optional<Duration> asked();

    /** How long to leave it alone: what it asked for, or a moment. */
    default Duration retryAfter() {
        return asked().orElse(A_MOMENT);
    }
}
