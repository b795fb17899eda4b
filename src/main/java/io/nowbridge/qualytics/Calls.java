package io.nowbridge.qualytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.nowbridge.http.Patience;
import io.nowbridge.http.Request;
import io.nowbridge.http.Response;
import io.nowbridge.http.Unanswered;
import io.nowbridge.http.Wire;
import io.nowbridge.qualytics.QualyticsException.Unintelligible;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/** Makes calls to one instance: with its token, reads again where that may help, and tells answers from everything else. */
final class Calls {

    private static final int NOT_FOUND = 404;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Wire wire;
    private final Bearer bearer;
    private final Failures failures;
    private final Patience patience;

    Calls(Wire wire, Bearer bearer, Failures failures, Patience patience) {
        this.wire = wire;
        this.bearer = bearer;
        this.failures = failures;
        this.patience = patience;
    }

    /** Asks for what must be there. */
    <T> Uni<T> read(String name, Request request, Function<JsonNode, T> read) {
        var attempt = Attempt.read(name);
        return patience.of(() ->
                send(attempt, request).map(response -> made(attempt, document(attempt, response), read)));
    }

    /** Asks for what may not be there, or not for this user. */
    <T> Uni<Optional<T>> find(String name, Request request, Function<JsonNode, T> read) {
        var attempt = Attempt.read(name);
        return patience.of(() -> send(attempt, request)
                .map(response -> isAbsence(response)
                        ? Optional.empty()
                        : Optional.of(made(attempt, document(attempt, response), read))));
    }

    /** Writes, once; whatever JSON comes back, if any, says what was written. */
    <T> Uni<T> write(String name, Request request, Function<JsonNode, T> read) {
        var attempt = Attempt.write(name);
        return send(attempt, request).map(response -> made(attempt, document(attempt, response), read));
    }

    private Uni<Response> send(Attempt attempt, Request request) {
        return bearer.admit(token -> wire.send(request.with("Authorization", "Bearer " + token))
                .onFailure(Unanswered.class)
                .transform(failure -> Failures.silence(attempt, failure)));
    }

    // Said by Qualytics, and not by a proxy that knows no such page.
    private boolean isAbsence(Response response) {
        return response.status() == NOT_FOUND && parse(response.body()).has("detail");
    }

    private JsonNode document(Attempt attempt, Response response) {
        var status = response.status();
        var body = parse(response.body());
        if (status == NOT_FOUND && !body.has("detail")) {
            throw unintelligible(attempt, response, "without saying what is missing");
        }
        if (status < 200 || status >= 300) {
            throw failures.refusal(attempt, response, body);
        }
        if (body.isMissingNode() && !response.body().isBlank()) {
            throw unintelligible(
                    attempt,
                    response,
                    response.body().stripLeading().startsWith("<") ? "with a web page" : "with what is no JSON");
        }
        return body;
    }

    private static <T> T made(Attempt attempt, JsonNode document, Function<JsonNode, T> read) {
        try {
            return read.apply(document);
        } catch (IllegalArgumentException e) {
            throw new Unintelligible(attempt.name() + " answered with " + e.getMessage(), attempt.effect(), e);
        }
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Unintelligible unintelligible(Attempt attempt, Response response, String flaw) {
        return new Unintelligible(
                attempt.name() + " answered " + response.status() + " " + flaw, attempt.effect(), null);
    }
}
