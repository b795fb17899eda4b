package io.nowbridge.qualytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Response;
import io.nowbridge.http.RetryAfter;
import io.nowbridge.http.Unanswered;
import io.nowbridge.qualytics.QualyticsException.Barred;
import io.nowbridge.qualytics.QualyticsException.Effect;
import io.nowbridge.qualytics.QualyticsException.Forbidden;
import io.nowbridge.qualytics.QualyticsException.Rejected;
import io.nowbridge.qualytics.QualyticsException.Unauthorized;
import io.nowbridge.qualytics.QualyticsException.Unavailable;
import io.nowbridge.qualytics.QualyticsException.Unintelligible;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says of each failure who can put it right, and whether anything can have happened. */
final class Failures {

    private static final int LONGEST_REASON = 500;

    private final RetryAfter retryAfter;

    Failures(RetryAfter retryAfter) {
        this.retryAfter = retryAfter;
    }

    /** Of a response that is not a success; {@code body} is missing if it was no JSON. */
    QualyticsException refusal(Attempt attempt, Response response, JsonNode body) {
        var status = response.status();
        var message = attempt.name() + " answered " + status;
        return switch (Integer.valueOf(status)) {
            case 401 -> new Unauthorized(message);
            case 403 -> new Forbidden(message, reason(body));
            case 429 -> new Unavailable(message, retryAfter.in(response), Effect.NONE, null);
            case 408, 499 -> new Unavailable(message, retryAfter.in(response), attempt.effectUnanswered(), null);
            // With a reason it is Qualytics' own; without, somebody in between gave up, and Qualytics may not have.
            case Integer code
            when code >= 500 ->
                new Unavailable(
                        message,
                        retryAfter.in(response),
                        body.has("detail") ? attempt.effect() : attempt.effectUnanswered(),
                        null);
            // FastAPI judges a request before any of it is carried out.
            case Integer code when code >= 400 -> new Rejected(message, reason(body));
            case Integer code -> new Unintelligible(message, attempt.effect(), null);
        };
    }

    /** Of a request that brought no response. */
    static QualyticsException silence(Attempt attempt, Unanswered failure) {
        var name = attempt.name();
        return switch (failure) {
            case Unanswered.Barred e -> new Barred(name + " was not sent", String.valueOf(e.getMessage()));
            case Unanswered.Untrusted e ->
                new Unintelligible(name + " found " + e.flaw().words(), Effect.NONE, e);
            case Unanswered.NobodyListening e ->
                new Unavailable(name + " found nobody listening", Optional.empty(), Effect.NONE, e);
            case Unanswered.Unsent e -> new Unavailable(name + " got no answer", Optional.empty(), Effect.NONE, e);
            case Unanswered.Silent e ->
                new Unavailable(name + " got no answer", Optional.empty(), attempt.effectUnanswered(), e);
            case Unanswered.TooLong e ->
                new Unintelligible(name + " answered with " + e.getMessage(), attempt.effect(), e);
        };
    }

    // FastAPI words a refusal as {"detail": "..."}, and flaws of a request as {"detail": [{"loc": [...], "msg":
    // "..."}]}.
    private static String reason(JsonNode body) {
        var detail = body.path("detail");
        var words = detail.isArray()
                ? StreamSupport.stream(detail.spliterator(), false)
                        .map(flaw -> flaw.path("loc").path(1).asText("") + " "
                                + flaw.path("msg").asText(""))
                        .map(String::strip)
                        .collect(Collectors.joining("; "))
                : detail.asText("");
        var reason = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
