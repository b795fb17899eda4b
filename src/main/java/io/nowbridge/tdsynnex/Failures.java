package io.nowbridge.tdsynnex;

import io.nowbridge.http.Response;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Unanswered;
import io.nowbridge.tdsynnex.TdSynnexException.Barred;
import io.nowbridge.tdsynnex.TdSynnexException.Effect;
import io.nowbridge.tdsynnex.TdSynnexException.Forbidden;
import io.nowbridge.tdsynnex.TdSynnexException.Rejected;
import io.nowbridge.tdsynnex.TdSynnexException.Unauthorized;
import io.nowbridge.tdsynnex.TdSynnexException.Unavailable;
import io.nowbridge.tdsynnex.TdSynnexException.Unintelligible;
import java.util.Optional;

/** Says of each failure who can put it right, and whether anything can have happened. */
final class Failures {

    private final RetryAfter retryAfter;

    Failures(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Of an answer whose status is not a success. */
    TdSynnexException status(Attempt attempt, Response response) {
        var status = response.status();
        var message = attempt.name() + " answered " + status;
        var effect = effect(attempt, status);
        return switch (Integer.valueOf(status)) {
            case 401 -> new Unauthorized(message, "");
            case 403 -> new Forbidden(message, "");
            case Integer code
            when code == 408 || code == 429 || code >= 500 ->
                new Unavailable(message, "", retryAfter.in(response), effect, null);
            case Integer code when code >= 400 && code != 404 -> new Rejected(message, "", effect);
            case Integer code -> new Unintelligible(message, effect, null);
        };
    }

    // TD SYNNEX words its own failures under status 200: another one is said by somebody in between, who may have given
    // up
    // before it has.
    private static Effect effect(Attempt attempt, int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 411, 413, 415, 429 -> Effect.NONE;
            default -> attempt.effectUnanswered();
        };
    }

    /** Of a request that brought no answer. */
    static TdSynnexException silence(Attempt attempt, Unanswered failure) {
        var name = attempt.name();
        return switch (failure) {
            case Unanswered.Barred e -> new Barred(name + " was not sent", String.valueOf(e.getMessage()));
            case Unanswered.Untrusted e ->
                new Unintelligible(name + " found " + e.flaw().words(), Effect.NONE, e);
            case Unanswered.NobodyListening e -> unavailable(name + " found nobody listening", Effect.NONE, e);
            case Unanswered.Unsent e -> unavailable(name + " got no answer", Effect.NONE, e);
            case Unanswered.Silent e -> unavailable(name + " got no answer", attempt.effectUnanswered(), e);
            case Unanswered.TooLong e ->
                new Unintelligible(name + " answered with " + e.getMessage(), attempt.effect(), e);
        };
    }

    private static Unavailable unavailable(String message, Effect effect, Unanswered cause) {
        return new Unavailable(message, "", Optional.empty(), effect, cause);
    }
}
