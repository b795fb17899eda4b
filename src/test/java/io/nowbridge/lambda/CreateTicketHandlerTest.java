package io.nowbridge.lambda;

import static io.nowbridge.lambda.RunningHandler.event;
import static io.nowbridge.lambda.RunningHandler.json;
import static io.nowbridge.ticket.TicketFixtures.linkId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nowbridge.connection.ConnectedSystemException;
import io.nowbridge.connection.ConnectedSystemException.Effect;
import io.nowbridge.connection.ConnectedSystemException.Forbidden;
import io.nowbridge.connection.ConnectedSystemException.Rejected;
import io.nowbridge.connection.ConnectedSystemException.Report;
import io.nowbridge.connection.ConnectedSystemException.Unauthorized;
import io.nowbridge.connection.ConnectedSystemException.Unavailable;
import io.nowbridge.connection.ConnectedSystemException.Unintelligible;
import io.nowbridge.ticket.FakeTicketDesk;
import io.nowbridge.ticket.Misfit;
import io.nowbridge.vault.KeyFile;
import io.nowbridge.vault.Sealed;
import io.nowbridge.vault.Vaults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CreateTicketHandlerTest {

    private final RunningHandler handler = new RunningHandler();
    private final FakeTicketDesk desk = handler.desk();

    @Test
    void aNewTicketIsAnswered201WithTheTicketAndItsLink() {
        var response = handler.handle(event());

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/json");
        assertThat(json(response)).isEqualTo(json("""
                {"link": {"linkId": "00000000-0000-0000-0000-000000000001", "anomalyId": "456", "connectionId": "demo",
                          "createdBy": "maria", "createdAt": "2026-01-05T09:00:00Z"},
                 "ticket": {"id": "id-of-INC0000001", "table": "incident", "number": "INC0000001",
                            "shortDescription": "Totals are off", "state": "New", "stateCode": "1",
                            "priority": "3 - Moderate", "url": "https://desk.example/INC0000001"},
                 "warnings": []}"""));
    }

    @Test
    void aRepeatIsAnswered200WithTheSameBody() {
        var first = handler.handle(event());

        var second = handler.handle(event());

        assertThat(second.getStatusCode()).isEqualTo(200);
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void aKeyThatComesBackWithAnotherBodyIsAnswered422() {
        handler.handle(event());
        var other = event("{\"shortDescription\": \"Something else\"}");
        other.setHeaders(Map.of("idempotency-key", "4f9c1d6e"));

        var response = handler.handle(other);

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:idempotency-key-reused");
    }

    @Test
    void aValueThatTheDeskDoesNotKnowIsAnswered422NamingTheField() {
        desk.findUnfit(new Misfit("category", "is not one of: hardware (Hardware)"));

        var response = handler.handle(event());

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).at("/errors/0/field").asText()).isEqualTo("category");
    }

    @Test
    void anUnknownConnectionIsAnswered422NamingThoseThereAre() {
        var response = handler.handle(event("{\"shortDescription\": \"x\", \"connectionId\": \"other\"}"));

        assertThat(response.getStatusCode()).isEqualTo(422);
        assertThat(json(response).path("detail").asText()).contains("demo");
    }

    @Test
    void aMemberIsAnswered403() {
        var event = event();
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", "[member]"));

        assertThat(handler.handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aTokenWithoutAKnownRoleIsAnswered403() {
        var event = event();
        event.getRequestContext().getAuthorizer().getJwt().setClaims(Map.of("sub", "mo", "roles", "[root]"));

        assertThat(handler.handle(event).getStatusCode()).isEqualTo(403);
    }

    @Test
    void aTokenThatNamesNobodyIsAnswered403AndOpensNothing() {
        var event = event();
        event.getRequestContext().setAuthorizer(null);

        assertThat(handler.handle(event).getStatusCode()).isEqualTo(403);
        assertThat(desk.count()).isZero();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Rejected(report(Effect.NONE), cause()), 502, "rejected-by-system", "caller"),
                Arguments.of(
                        new Unauthorized(report(Effect.NONE), cause()), 502, "credentials-refused", "administrator"),
                Arguments.of(new Forbidden(report(Effect.NONE), cause()), 502, "rights-missing", "administrator"),
                Arguments.of(
                        new Unintelligible(report(Effect.NONE), cause()), 502, "unintelligible-answer", "remote owner"),
                Arguments.of(
                        new Unavailable(report(Effect.NONE), Duration.ofSeconds(7), cause()),
                        503,
                        "system-unavailable",
                        "nobody"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheConnectedSystemSaysWhoCanFixIt(
            ConnectedSystemException failure, int status, String type, String whoCanFix) {
        desk.failNextOpen(failure, false);

        var response = handler.handle(event());

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:" + type);
        assertThat(json(response).path("whoCanFix").asText()).isEqualTo(whoCanFix);
        assertThat(json(response).path("resolution").asText()).isEqualTo("r");
    }

    @Test
    void credentialsThatDoNotOpenAreNoOutageOfTheConnectedSystem(@TempDir Path nowhere) {
        var vault = Vaults.of(new KeyFile(nowhere.resolve("lost")));
        var sealed = new Sealed("key", new byte[0], new byte[0]);
        var unusable = catchThrowable(() -> vault.open("prod", sealed).await().indefinitely());
        desk.failNextOpen(
                new Unavailable(report(Effect.NONE), Duration.ofSeconds(7), new IOException(unusable)), false);

        var response = handler.handle(event());

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:credentials-unreadable");
        assertThat(json(response).path("whoCanFix").asText()).isEqualTo("operator");
    }

    @Test
    void anOutageSaysWhenToComeBack() {
        desk.failNextOpen(new Unavailable(report(Effect.NONE), Duration.ofMillis(6_200), cause()), false);

        assertThat(handler.handle(event()).getHeaders()).containsEntry("retry-after", "7");
    }

    @Test
    void anUnconfirmedOutcomeIsAnswered503WithTheCorrelationId() {
        desk.failNextOpen(new Unavailable(report(Effect.POSSIBLE), Duration.ofSeconds(1), cause()), true);
        desk.hideEverything();

        var response = handler.handle(event());

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:unconfirmed");
        assertThat(json(response).path("detail").asText()).contains(linkId(1).toString());
        assertThat(response.getHeaders()).containsKey("retry-after");
    }

    @Test
    void whenTheTimeRunsOutTheCallerIsTold503InTime() {
        desk.hang();

        var response = handler.handle(event(), 1_501);

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:out-of-time");
    }

    private static Report report(Effect effect) {
        return new Report("m", "r", effect);
    }

    private static Throwable cause() {
        return new IOException("cause");
    }
}
