package io.nowbridge.tdsynnex;

import io.nowbridge.http.Response;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Unanswered;
import io.nowbridge.tdsynnex.TdSynnexException.Barred;
import io.nowbridge.tdsynnex.TdSynnexException.Forbidden;
import io.nowbridge.tdsynnex.TdSynnexException.Rejected;
import io.nowbridge.tdsynnex.TdSynnexException.Unauthorized;
import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.nowbridge.tdsynnex.TdSynnexException.Unintelligible;
import io.nowbridge.tdsynnex.TdSynnexException.UnknownAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of each failure who can put it right. */
final class Failures {

    private static final int LONGEST_REASON = 500;

    private final RetryAfter retryAfter;

    Failures(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Of an answer whose status is not a success. */
    TdSynnexException status(String attempt, Response response) {
        var status = response.status();
        var message = attempt + " answered " + status;
        return switch (Integer.valueOf(status)) {
            case 401 -> new Unauthorized(message, "");
            case 403 -> new Forbidden(message, "");
            case Integer code
            when code == 408 || code == 429 || code >= 500 ->
                new Unavailable(message, "", retryAfter.in(response), null);
            case Integer code when code >= 400 && code != 404 -> new Rejected(message, "");
            case Integer code -> new Unintelligible(message, null);
        };
    }

    /**
     * Of an answer that is TD SYNNEX's own refusal, in words and under status 200. Only those of its purchase orders are
     * published (specification 3.37, appendix D) and those of its SOAP service were seen; the words are all there is to
     * tell them apart by.
     */
    static TdSynnexException refusal(String attempt, String words) {
        var message = attempt + " was refused";
        // It is shown and logged: in one line.
        var line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        var reason = line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
        var said = words.toLowerCase(Locale.ROOT);
        if (says(said, "ip address", "validateip")) {
            return new UnknownAddress(message, reason);
        }
        if (says(said, "login", "password", "username", "user name", "security data", "credential")) {
            return new Unauthorized(message, reason);
        }
        if (says(said, "not authorized", "not permitted")) {
            return new Forbidden(message, reason);
        }
        if (says(said, "timeout", "timed out", "databaseissue", "apifault", "not available", "try again")) {
            return new Unavailable(message, reason, Optional.empty(), null);
        }
        return new Rejected(message, reason);
    }

    private static boolean says(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }

    /** Of a request that brought no answer. */
    static TdSynnexException silence(String attempt, Unanswered failure) {
        return switch (failure) {
            case Unanswered.Barred e -> new Barred(attempt + " was not sent", String.valueOf(e.getMessage()));
            case Unanswered.Untrusted e ->
                new Unintelligible(attempt + " found " + e.flaw().words(), e);
            case Unanswered.NobodyListening e -> unavailable(attempt + " found nobody listening", e);
            case Unanswered.Unsent e -> unavailable(attempt + " got no answer", e);
            case Unanswered.Silent e -> unavailable(attempt + " got no answer", e);
            case Unanswered.TooLong e -> new Unintelligible(attempt + " answered with " + e.getMessage(), e);
        };
    }

    private static Unavailable unavailable(String message, Unanswered cause) {
        return new Unavailable(message, "", Optional.empty(), cause);
    }
}
