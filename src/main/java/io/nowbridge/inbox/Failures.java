package io.nowbridge.inbox;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.http.Unanswered;
import java.time.Duration;

/** Says of each file that did not come who can put it right. */
final class Failures {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final String WAIT = "Nothing need be done: it is tried again.";
    private static final String PLACE = "Correct the address of the files, or what stands in for it there.";
    private static final String SIGN_IN =
            "Check the user and the password, or the token, with which the file is fetched.";
    private static final String RIGHT =
            "Give this user, or the function's role, the right to list and to read the files.";
    private static final String SIZE =
            "See what file lies there; if it is right, raise nowbridge.catalogue.largest-file.";

    private Failures() {}

    /** Of a place that did not answer, or not with a file. */
    static ConnectedSystemException unavailable(String message, Throwable cause) {
        return new Unavailable(report(message, WAIT), A_MINUTE, cause);
    }

    static ConnectedSystemException forbidden(String message, Throwable cause) {
        return new Forbidden(report(message, RIGHT), cause);
    }

    /** Of credentials that could not be had; an {@link IllegalArgumentException} says that they are of no use. */
    static ConnectedSystemException unsigned(Throwable failure) {
        return failure instanceof IllegalArgumentException
                ? new Unauthorized(report("The credentials cannot be used: " + failure.getMessage(), SIGN_IN), failure)
                : unavailable("The credentials could not be read", failure);
    }

    /** Of a file that another has replaced since it was seen. */
    static ConnectedSystemException replaced(String name) {
        return unavailable(name + " was replaced while it was to be fetched", new IllegalStateException(name));
    }

    static ConnectedSystemException tooLarge(String name, long most) {
        var message = "%s has more than %,d bytes".formatted(name, most);
        return new Unintelligible(report(message, SIZE), new IllegalStateException(message));
    }

    /** Of a web server that answered with this status. */
    static ConnectedSystemException status(String name, int status) {
        var message = "Fetching " + name + " answered " + status;
        var cause = new IllegalStateException(message);
        return switch (Integer.valueOf(status)) {
            case 401 -> new Unauthorized(report(message, SIGN_IN), cause);
            case 403 -> new Forbidden(report(message, RIGHT), cause);
            case Integer code when code == 408 || code == 429 || code >= 500 -> unavailable(message, cause);
            case Integer code -> new Unintelligible(report(message, PLACE), cause);
        };
    }

    /** Of a web server that did not answer. */
    static ConnectedSystemException silence(String name, Unanswered failure) {
        var attempt = "Fetching " + name;
        return switch (failure) {
            case Unanswered.Barred e -> new Forbidden(report(attempt + " was not tried: " + e.getMessage(), PLACE), e);
            case Unanswered.Untrusted e ->
                new Unintelligible(report(attempt + " found " + e.flaw().words(), PLACE), e);
            case Unanswered.TooLong e ->
                new Unintelligible(report(attempt + " answered with " + e.getMessage(), SIZE), e);
            case Unanswered.NobodyListening e -> unavailable(attempt + " found nobody listening", e);
            case Unanswered.Unsent e -> unavailable(attempt + " got no answer", e);
            case Unanswered.Silent e -> unavailable(attempt + " got no answer", e);
        };
    }

    private static Report report(String message, String remedy) {
        return new Report(message, remedy, Effect.NONE);
    }
}
