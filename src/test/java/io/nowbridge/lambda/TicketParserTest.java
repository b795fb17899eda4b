package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.event;
import static io.nowbridge.lambda.RunningHandler.json;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketParserTest {

    private final RunningHandler handler = new RunningHandler();

    @Test
    void everyFieldOfTheFormReachesTheDesk() {
        handler.handle(event());

        var form = handler.desk().lastForm();
        assertThat(form.category()).contains("database");
        assertThat(form.subcategory()).contains("oracle");
        assertThat(form.impact()).contains("2 - Medium");
        assertThat(form.urgency()).contains("2");
        assertThat(form.assignmentGroup()).contains("Data Engineering");
        assertThat(form.assignedTo()).contains("beth.anglin");
        assertThat(form.caller()).contains("abel.tuter@example.com");
        assertThat(form.fields()).containsExactly(Map.entry("u_dataset", "orders"));
        assertThat(form.description())
                .contains("Since this morning.", "Detected: 2026-01-05 08:59:00 UTC", "Datastore: Production DB");
    }

    @Test
    void aBodyInBase64IsRead() {
        var event = event();
        event.setBody(Base64.getEncoder().encodeToString(event.getBody().getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);

        assertThat(handler.handle(event).getStatusCode()).isEqualTo(201);
    }

    @Test
    void theShortestRequestNeedsOnlyAShortDescription() {
        assertThat(handler.handle(event("{\"shortDescription\": \"Totals are off\"}"))
                        .getStatusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                        | shortDescription
            {"shortDescription": "  "}                                                | shortDescription
            {"shortDescription": {"a": 1}}                                            | shortDescription
            {"shortDescription": "x", "fields": {"sys_id": "1"}}                      | fields.sys_id
            {"shortDescription": "x", "fields": {"U^x": "1"}}                         | fields.U^x
            {"shortDescription": "x", "connectionId": "a b"}                          | connectionId
            {"shortDescription": "x", "anomaly": {"id": 7}}                           | anomaly.id
            {"shortDescription": "x", "anomaly": {"weight": "heavy"}}                 | anomaly.weight
            {"shortDescription": "x", "anomaly": {"weight": 12.7}}                    | anomaly.weight
            {"shortDescription": "x", "anomaly": {"detectedAt": "yesterday"}}         | anomaly.detectedAt
            {"shortDescription": "x", "anomaly": {"link": "javascript:alert(1)"}}     | anomaly.link
            {"shortDescription": "x", "anomaly": {"datastore": {"name": "no id"}}}    | anomaly.datastore.id
            {"shortDescription": "x", "summary": "y"}                                 | summary
            {"shortDescription": "x", "anomaly": {"colour": "red"}}                   | anomaly.colour
            """)
    void aFaultyFieldIsAnswered400NamingIt(String body, String field) {
        var response = handler.handle(event(body));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(handler.desk().count()).isZero();
    }

    @Test
    void oneAnswerNamesAllFaultyFields() {
        var response = handler.handle(event(
                "{\"connectionId\": \"a b\", \"colour\": 1, \"anomaly\": {\"id\": 7, \"detectedAt\": \"soon\"}}"));

        assertThat(json(response).findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "anomaly.id", "shortDescription", "connectionId", "anomaly.detectedAt", "colour");
    }

    @Test
    void oneAnswerNamesAllUnknownFields() {
        var response = handler.handle(event("{\"shortDescription\": \"x\", \"a\": {\"b\": 1}, \"c\": [1]}"));

        assertThat(json(response).findValuesAsText("field")).containsExactly("a", "c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``
            null
            []
            "text"
            {"shortDescription": "x"
            {"shortDescription": "x"} {}
            {"shortDescription": "x", "shortDescription": "y"}
            not json
            """)
    void whatIsNotOneJsonObjectIsAnswered400(String body) {
        var response = handler.handle(event(Objects.requireNonNullElse(body, "")));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:invalid-request");
        assertThat(response.getBody()).doesNotContain("Exception", "com.fasterxml", "at [Source");
    }

    @Test
    void halfACharacterIsAnswered400AndAWholeOneIsTaken() {
        var body = "{\"shortDescription\": \"%s\"}";

        assertThat(handler.handle(event(body.formatted("\\ud83d"))).getStatusCode())
                .isEqualTo(400);
        assertThat(handler.handle(event(body.formatted("\\ud83d\\ude00"))).getStatusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void aBodyThatIsNestedTooDeeplyIsAnswered400(String nest) {
        assertThat(handler.handle(event(nest.repeat(2000))).getStatusCode()).isEqualTo(400);
    }

    @Test
    void aNumberThatIsTooLongIsAnswered400() {
        var body = "{\"shortDescription\": \"x\", \"anomaly\": {\"weight\": " + "9".repeat(2000) + "}}";

        assertThat(handler.handle(event(body)).getStatusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a^b", "a/b"})
    void anAnomalyIdThatIsNoneIsAnswered400(String id) {
        var event = event("{\"shortDescription\": \"x\"}");
        event.setPathParameters(Map.of("anomalyId", id));

        var response = handler.handle(event);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("anomalyId");
    }

    @Test
    void moreThanFiftyFurtherFieldsAreAnswered400() {
        var fields = IntStream.range(0, 51)
                .mapToObj(number -> "\"u_" + number + "\": \"x\"")
                .collect(joining(","));

        var response = handler.handle(event("{\"shortDescription\": \"x\", \"fields\": {" + fields + "}}"));

        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("fields");
    }

    @Test
    void aShortDescriptionOf160CharactersIsTakenAndALongerOneIsNot() {
        assertThat(handler.handle(event("{\"shortDescription\": \"" + "x".repeat(160) + "\"}"))
                        .getStatusCode())
                .isEqualTo(201);
        assertThat(handler.handle(event("{\"shortDescription\": \"" + "x".repeat(161) + "\"}"))
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyOver256KibibytesIsAnswered413() {
        var body = "{\"shortDescription\": \"x\", \"description\": \"" + "é".repeat(128 * 1024) + "\"}";

        assertThat(handler.handle(event(body)).getStatusCode()).isEqualTo(413);
    }

    @Test
    void anIdempotencyKeyWithControlCharactersIsAnswered400() {
        var event = event();
        event.setHeaders(Map.of("idempotency-key", "a\tb"));

        assertThat(json(handler.handle(event)).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    }
}
