package io.nowbridge.lambda;

import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.ticket.CreateTicket;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.InMemoryActivityLog;
import io.nowbridge.ticket.InMemoryTicketClaims;
import io.nowbridge.ticket.InMemoryTicketLinks;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.ticket.TicketFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CreateTicketHandlerTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final FakeTicketDesk desk = new FakeTicketDesk();
    private final AtomicInteger ids = new AtomicInteger();
    private final CreateTicketHandler handler = new CreateTicketHandler(
            new CreateTicket(
                    desk,
                    new InMemoryTicketClaims(Duration.ofSeconds(40), Duration.ofDays(1)),
                    new InMemoryTicketLinks(),
                    new InMemoryActivityLog(),
                    () -> linkId(ids.incrementAndGet()),
                    InstantSource.fixed(TicketFixtures.NOW),
                    new CreateTicket.Patience(0, Duration.ZERO)),
            new HttpEdge(JSON),
            new JsonBody(JSON));

    @Test
    void aNewTicketIsAnswered201WithTheTicketAndItsLink() {
        var response = handle(event());

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/json");
        assertThat(json(response)).isEqualTo(json("""
                {"link": {"linkId": "00000000-0000-0000-0000-000000000002", "anomalyId": "456", "connectionId": "demo",
                          "createdBy": "maria", "createdAt": "2026-01-05T09:00:00Z"},
                 "ticket": {"id": "id-of-INC0000001", "table": "incident", "number": "INC0000001",
                            "shortDescription": "Totals are off", "state": "New", "stateCode": "1",
                            "priority": "3 - Moderate", "url": "https://desk.example/INC0000001"},
                 "warnings": []}"""));
    }

    @Test
    void aRepeatIsAnswered200WithTheSameBody() {
        var first = handle(event());

        var second = handle(event());

        assertThat(second.getStatusCode()).isEqualTo(200);
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void everyFieldOfTheFormReachesTheDesk() {
        handle(event());

        var form = desk.lastForm();
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

        assertThat(handle(event).getStatusCode()).isEqualTo(201);
    }

    @Test
    void theShortestRequestNeedsOnlyAShortDescription() {
        assertThat(handle(event("{\"shortDescription\": \"Totals are off\"}")).getStatusCode())
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
            {"shortDescription": "x", "anomaly": {"detectedAt": "yesterday"}}         | anomaly.detectedAt
            {"shortDescription": "x", "anomaly": {"link": "javascript:alert(1)"}}     | anomaly.link
            {"shortDescription": "x", "anomaly": {"datastore": {"name": "no id"}}}    | anomaly.datastore.id
            {"shortDescription": "x", "summary": "y"}                                 | summary
            {"shortDescription": "x", "anomaly": {"colour": "red"}}                   | anomaly.colour
            """)
    void aFaultyFieldIsAnswered400NamingIt(String body, String field) {
        var response = handle(event(body));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(desk.count()).isZero();
    }

    @Test
    void oneAnswerNamesAllFaultyFields() {
        var response = handle(event(
                "{\"connectionId\": \"a b\", \"colour\": 1, \"anomaly\": {\"id\": 7, \"detectedAt\": \"soon\"}}"));

        assertThat(json(response).findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "anomaly.id", "shortDescription", "connectionId", "anomaly.detectedAt", "colour");
    }

    @Test
    void oneAnswerNamesAllUnknownFields() {
        var response = handle(event("{\"shortDescription\": \"x\", \"a\": {\"b\": 1}, \"c\": [1]}"));

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
        var response = handle(event(Objects.requireNonNullElse(body, "")));

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:invalid-request");
        assertThat(response.getBody()).doesNotContain("Exception", "com.fasterxml", "at [Source");
    }

    @Test
    void aShortDescriptionOf160CharactersIsTakenAndALongerOneIsNot() {
        assertThat(handle(event("{\"shortDescription\": \"" + "x".repeat(160) + "\"}"))
                        .getStatusCode())
                .isEqualTo(201);
        assertThat(handle(event("{\"shortDescription\": \"" + "x".repeat(161) + "\"}"))
                        .getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void aBodyOver256KibibytesIsAnswered413() {
        var body = "{\"shortDescription\": \"x\", \"description\": \"" + "é".repeat(128 * 1024) + "\"}";

        assertThat(handle(event(body)).getStatusCode()).isEqualTo(413);
    }

    @Test
    void anIdempotencyKeyWithControlCharactersIsAnswered400() {
        var event = event();
        event.setHeaders(Map.of("idempotency-key", "a\tb"));

        assertThat(json(handle(event)).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyThatComesBackWithAnotherBodyIsAnswered422() {
        handle(event());
        var other = event("{\"shortDescription\": \"Something else\"}");
        other.setHeaders(Map.of("idempotency-key", "4f9c1d6e"));

        var response = handle(other);

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:idempotency-key-reused");
    }

    @Test
    void aValueThatTheDeskDoesNotKnowIsAnswered422NamingTheField() {
        desk.findUnfit(new Misfit("category", "is not one of: hardware (Hardware)"));

        var response = handle(event());

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("category");
    }

    @Test
    void anUnknownConnectionIsAnswered422NamingThoseThereAre() {
        var response = handle(event("{\"shortDescription\": \"x\", \"connectionId\": \"other\"}"));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("detail").asText()).contains("demo");
    }

    @Test
    void aMemberIsAnswered403() {
        var event = event();
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", "[member]"));

        assertThat(handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutAKnownRoleIsAnswered403() {
        var event = event();
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", "[root]"));

        assertThat(handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void anEventWithoutAVerifiedTokenIsAnswered500AndOpensNothing() {
        var event = event();
        event.getRequestContext().setAuthorizer(null);

        assertThat(handle(event).getStatusCode()).isEqualTo(500);
        assertThat(desk.count()).isZero();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Rejected("m", "r", true, cause()), 502, "rejected-by-system", "caller"),
                Arguments.of(new Unauthorized("m", "r", true, cause()), 502, "credentials-refused", "administrator"),
                Arguments.of(new Forbidden("m", "r", true, cause()), 502, "rights-missing", "administrator"),
                Arguments.of(new Unintelligible("m", "r", true, cause()), 502, "unintelligible-answer", "remote owner"),
                Arguments.of(
                        new Unavailable("m", "r", true, Duration.ofSeconds(7), cause()),
                        503,
                        "system-unavailable",
                        "nobody"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheConnectedSystemSaysWhoCanFixIt(
            ConnectedSystemException failure, int status, String type, String whoCanFix) {
        desk.failNextOpen(failure, false);

        var response = handle(event());

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:" + type);
        assertThat(json(response).path("whoCanFix").asText()).isEqualTo(whoCanFix);
        assertThat(json(response).path("resolution").asText()).isEqualTo("r");
    }

    @Test
    void anOutageSaysWhenToComeBack() {
        desk.failNextOpen(new Unavailable("m", "r", true, Duration.ofMillis(6_200), cause()), false);

        assertThat(handle(event()).getHeaders()).containsEntry("retry-after", "7");
    }

    @Test
    void anUnconfirmedOutcomeIsAnswered503WithTheCorrelationId() {
        desk.failNextOpen(new Unavailable("m", "r", false, Duration.ofSeconds(1), cause()), true);
        desk.hideEverything();

        var response = handle(event());

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unconfirmed");
        assertThat(json(response).path("detail").asText()).contains(linkId(2).toString());
        assertThat(response.getHeaders()).containsKey("retry-after");
    }

    @Test
    void whenTheTimeRunsOutTheCallerIsTold503InTime() {
        desk.hang();

        var response = handler.handleRequest(event(), new FakeContext(1_501));

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:out-of-time");
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handler.handleRequest(event, new FakeContext(29_000));
    }

    private static APIGatewayV2HTTPEvent event() {
        try (var fixture = CreateTicketHandlerTest.class.getResourceAsStream("events/createTicket-full.json")) {
            return JSON.readValue(fixture, APIGatewayV2HTTPEvent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static APIGatewayV2HTTPEvent event(String body) {
        var event = event();
        event.setBody(body);
        event.setHeaders(Map.of());
        return event;
    }

    private static JsonNode json(APIGatewayV2HTTPResponse response) {
        return json(response.getBody());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Throwable cause() {
        return new IOException("cause");
    }
}
