package io.nowbridge.servicenow;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Response;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Unanswered;
import io.nowbridge.servicenow.ServiceNowException.Barred;
import io.nowbridge.servicenow.ServiceNowException.Effect;
import io.nowbridge.servicenow.ServiceNowException.Forbidden;
import io.nowbridge.servicenow.ServiceNowException.Rejected;
import io.nowbridge.servicenow.ServiceNowException.Unauthorized;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says of each failure who can put it right, and whether anything can have happened. */
final class Failures {

    private static final int LONGEST_REASON = 500;
    private static final Pattern ABORTED = Pattern.compile("Data Policy Exception|aborted by Business Rule");

    private final RetryAfter retryAfter;

    Failures(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Of a response that is not a success; {@code body} is missing if it was no JSON. */
    ServiceNowException refusal(Attempt attempt, Response response, JsonNode body) {
        var status = response.status();
        var message = attempt.name() + " answered " + status;
        var reason = reason(body);
        var effect = effect(attempt, status, body.has("error"), reason);
        return switch (Integer.valueOf(status)) {
            case 401 -> new Unauthorized(message);
            case 403 -> new Forbidden(message, reason, effect);
            case 408, 429, 499 -> new Unavailable(message, retryAfter.in(response), effect, null);
            case Integer code when code >= 500 -> new Unavailable(message, retryAfter.in(response), effect, null);
            case Integer code when code >= 400 -> new Rejected(message, reason, effect);
            // ServiceNow does not redirect its API: a login page or a proxy stands there.
            case Integer code -> new Unintelligible(message, effect, null);
        };
    }

    /** Of a request that brought no response. */
    static ServiceNowException silence(Attempt attempt, Unanswered failure) {
        return switch (failure) {
            case Unanswered.Barred e -> new Barred(attempt.name() + " was not sent", String.valueOf(e.getMessage()));
            case Unanswered.Untrusted e ->
                new Unintelligible(attempt.name() + " found " + e.flaw().words(), Effect.NONE, e);
            case Unanswered.NobodyListening e ->
                new Unavailable(attempt.name() + " found nobody listening", Optional.empty(), Effect.NONE, e);
            case Unanswered.Unsent e ->
                new Unavailable(attempt.name() + " got no answer", Optional.empty(), Effect.NONE, e);
            case Unanswered.Silent e ->
                new Unavailable(attempt.name() + " got no answer", Optional.empty(), attempt.effectUnanswered(), e);
            case Unanswered.TooLong e ->
                new Unintelligible(attempt.name() + " answered with " + e.getMessage(), attempt.effect(), e);
        };
    }

    private static Effect effect(Attempt attempt, int status, boolean isServiceNows, String reason) {
        return switch (status) {
            case 400, 401, 405, 406, 415, 429 -> Effect.NONE;
            // Answered although the record was written when its writer may not read it back, unless a rule aborted it.
            case 403 -> ABORTED.matcher(reason).find() ? Effect.NONE : attempt.effect();
            case 408, 499, 502, 504 -> attempt.effectUnanswered();
            // Without its envelope, somebody in between gave up: ServiceNow may not have.
            default -> status >= 500 && !isServiceNows ? attempt.effectUnanswered() : attempt.effect();
        };
    }

    private static String reason(JsonNode body) {
        var error = body.path("error");
        var reason = Stream.of(
                        error.path("message").asText(""), error.path("detail").asText(""))
                .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .reduce((message, detail) -> message + ": " + detail)
                .orElse("");
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
