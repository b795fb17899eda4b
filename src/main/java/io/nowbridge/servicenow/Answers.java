package io.nowbridge.servicenow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nowbridge.http.Response;
import io.nowbridge.servicenow.ServiceNowException.Unavailable;
import io.nowbridge.servicenow.ServiceNowException.Unintelligible;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Decides what of all that comes back is an answer. */
final class Answers {

    // ServiceNow KB1297438: the status has been sent when the quota strikes, so this stands in the middle of a 200.
    private static final String CANCELLED = "Transaction cancelled: maximum execution time exceeded";

    private static final String NO_RECORD = "No Record found";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Failures failures;

    Answers(Failures failures) {
        this.failures = failures;
    }

    /** The answer, if this is one. */
    Answer answer(Attempt attempt, Response response) {
        var result = document(attempt, response).path("result");
        if (!result.isContainerNode()) {
            throw unintelligible(attempt, response, "without a result");
        }
        return new Answer(result, total(response), hasNext(response));
    }

    /** The answer, or {@link Answer#ABSENT} if ServiceNow, and not somebody in between, says there is no such record. */
    Answer answerOrAbsence(Attempt attempt, Response response) {
        if (response.status() != 404) {
            return answer(attempt, response);
        }
        if (!parse(response.body()).orElse(MissingNode.getInstance()).has("error")) {
            throw unintelligible(attempt, response, "without saying what is missing");
        }
        return Answer.ABSENT;
    }

    /** The same, after a write: {@link Answer#ABSENT} only in the very words in which ServiceNow says so. */
    Answer answerOrSureAbsence(Attempt attempt, Response response) {
        if (response.status() != 404) {
            return answer(attempt, response);
        }
        var body = parse(response.body()).orElse(MissingNode.getInstance());
        if (body.at("/error/message").asText("").equals(NO_RECORD)) {
            return Answer.ABSENT;
        }
        throw body.has("error")
                ? failures.refusal(attempt, response, body)
                : unintelligible(attempt, response, "without saying what is missing");
    }

    /** {@link Answer#ABSENT}, whether it has just been deleted or was not there before. */
    Answer answerToDelete(Attempt attempt, Response response) {
        return response.status() == 204 ? Answer.ABSENT : answerOrAbsence(attempt, response);
    }

    /** The answer where nothing is wrapped around it. */
    Answer wholeDocument(Attempt attempt, Response response) {
        return new Answer(document(attempt, response), OptionalLong.empty(), false);
    }

    /** The JSON object under a 2xx. */
    JsonNode document(Attempt attempt, Response response) {
        var status = response.status();
        var body = response.body();
        if (status == 202) {
            // More than ten requests waited in the session, which empties by itself (ServiceNow KB3047080). Who answers
            // 202 for another reason may act on it yet: a look costs less than a second record.
            throw new Unavailable(
                    attempt.name() + " was dropped with 202", Optional.empty(), attempt.effectUnanswered(), null);
        }
        if (status < 200 || status >= 300) {
            throw failures.refusal(attempt, response, parse(body).orElse(MissingNode.getInstance()));
        }
        var document = parse(body).filter(JsonNode::isObject);
        if (document.isPresent() && !document.get().has("error")) {
            return document.get();
        }
        if (body.contains(CANCELLED)) {
            // A slow moment of the instance, as 500 with the same words is: the next attempt may fit into its 60 s.
            throw new Unavailable(attempt.name() + " was cancelled half-way", Optional.empty(), attempt.effect(), null);
        }
        // A hibernating instance answers every request with 200 and a web page.
        throw unintelligible(
                attempt,
                response,
                body.stripLeading().startsWith("<") ? "with a web page" : "with something other than its JSON");
    }

    /** What {@code read} makes of an answer, whose fault it is if it can make nothing of it. */
    static <A, T> Function<A, T> reading(Attempt attempt, Function<A, T> read) {
        return answer -> {
            try {
                return read.apply(answer);
            } catch (IllegalArgumentException e) {
                throw new Unintelligible(attempt.name() + " answered with " + e.getMessage(), attempt.effect(), e);
            }
        };
    }

    private Optional<JsonNode> parse(String body) {
        try {
            return Optional.ofNullable(json.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Unintelligible unintelligible(Attempt attempt, Response response, String flaw) {
        return new Unintelligible(
                attempt.name() + " answered " + response.status() + " " + flaw, attempt.effect(), null);
    }

    private static OptionalLong total(Response response) {
        var total = response.header("X-Total-Count").orElse("");
        return total.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(total)) : OptionalLong.empty();
    }

    private static boolean hasNext(Response response) {
        return response.header("Link").orElse("").contains("rel=\"next\"");
    }
}
