package io.nowbridge.connector.probe;

import io.nowbridge.http.TlsFlaw;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How far a request without credentials came; each case lies beyond those above it. */
public sealed interface Knock {

    /** It may not be called; the reason is made for people. */
    record Refused(String why) implements Knock {}

    record Unresolved() implements Knock {}

    /** There is a host, and no server at that port. */
    record NobodyListening() implements Knock {}

    /** Not even a refusal came back in time. */
    record NoConnection() implements Knock {}

    record Untrusted(TlsFlaw flaw) implements Knock {}

    /** Connected, and then nothing that is HTTP came back in time. */
    record Unanswered() implements Knock {}

    /**
     * Something answered.
     *
     * @param date its clock, to the second
     */
    record Answered(int status, Optional<String> location, String contentType, Optional<Instant> date)
            implements Knock {

        public boolean isWebPage() {
            return contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
        }

        boolean isRedirect() {
            return status >= 300 && status < 400 && location.isPresent();
        }
    }
}
