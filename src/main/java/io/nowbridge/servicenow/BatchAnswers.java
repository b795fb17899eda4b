package io.nowbridge.servicenow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.nowbridge.http.Response;
import io.vertx.core.MultiMap;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a batch answered, whose calls come in any order, each with a status and a body of its own. */
final class BatchAnswers {

    private final Answers answers;

    BatchAnswers(Answers answers) {
        this.answers = answers;
    }

    /** What became of each item; one that the answer does not mention was not run. */
    List<Outcome> outcomes(String name, List<BatchItem> items, JsonNode document) {
        var serviced = document.path("serviced_requests");
        if (!serviced.isArray()) {
            throw new IllegalArgumentException("a batch without a list of its outcomes");
        }
        Map<String, JsonNode> byId = new HashMap<>();
        serviced.forEach(served -> byId.put(served.path("id").asText(""), served));
        return items.stream()
                .map(item -> Optional.ofNullable(byId.get(item.id()))
                        .map(served -> outcome(name, item.operation(), served))
                        .orElseGet(Outcome.Unserviced::new))
                .toList();
    }

    // What cannot be read of one says nothing against the others.
    private Outcome outcome(String name, Operation operation, JsonNode served) {
        try {
            return switch (operation) {
                case Operation.Find find -> {
                    var attempt = Attempt.read(name + " (look-up)");
                    yield found(attempt, response(attempt, served));
                }
                case Operation.Insert insert -> {
                    var attempt = Attempt.write(name + " (insert)");
                    yield inserted(attempt, insert, response(attempt, served));
                }
                case Operation.Change change -> {
                    var attempt = Attempt.write(name + " (change)");
                    yield changed(attempt, change, response(attempt, served));
                }
            };
        } catch (ServiceNowException failure) {
            return new Outcome.Refused(failure);
        }
    }

    private Outcome found(Attempt attempt, Response response) {
        return Answers.<Answer, Outcome>reading(
                        attempt,
                        answer -> new Outcome.Found(
                                answer.rows().stream().map(Row::values).toList()))
                .apply(answers.answer(attempt, response));
    }

    private Outcome inserted(Attempt attempt, Operation.Insert insert, Response response) {
        return Answers.<Answer, Outcome>reading(attempt, answer -> wrote(insert.values(), answer.row()))
                .apply(answers.answer(attempt, response));
    }

    private Outcome changed(Attempt attempt, Operation.Change change, Response response) {
        return Answers.<Answer, Outcome>reading(
                        attempt,
                        answer -> answer.found()
                                .map(row -> wrote(change.values(), row))
                                .orElseGet(Outcome.Absent::new))
                .apply(answers.answerOrSureAbsence(attempt, response));
    }

    private static Outcome wrote(Map<String, String> sent, Row row) {
        return new Outcome.Wrote(row.sysId(), Difference.between(sent, row));
    }

    private static Response response(Attempt attempt, JsonNode served) {
        return Answers.<JsonNode, Response>reading(attempt, BatchAnswers::response)
                .apply(served);
    }

    private static Response response(JsonNode served) {
        var headers = MultiMap.caseInsensitiveMultiMap();
        served.path("headers")
                .forEach(header -> headers.add(
                        header.path("name").asText(""), header.path("value").asText("")));
        return new Response(served.path("status_code").asInt(), headers, body(served));
    }

    private static String body(JsonNode served) {
        return new String(Base64.getDecoder().decode(served.path("body").asText("")), UTF_8);
    }
}
