package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.live;
import static io.nowbridge.webhook.WebhookFixtures.signature;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.sync.TicketWakeups;
import io.nowbridge.webhook.Doorkeeper;
import io.nowbridge.webhook.InMemoryWebhookIds;
import io.nowbridge.webhook.InMemoryWebhookSecrets;
import io.nowbridge.webhook.TicketIntake;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class ReceiveTicketChangeHandlerTest {

    private static final String CHANGE = "{\"table\": \"incident\", \"sys_id\": \"9d385017c611228701d22104cc95c371\"}";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryWebhookSecrets secrets = new InMemoryWebhookSecrets(connection -> true);
    private TicketWakeups queue = wakeups -> Uni.createFrom().voidItem();
    private final ReceiveTicketChangeHandler handler = new ReceiveTicketChangeHandler(
            new TicketIntake(
                    connections,
                    new Doorkeeper(secrets, new InMemoryWebhookIds(), () -> NOW),
                    wakeups -> queue.wake(wakeups)),
            new HttpEdge(RunningHandler.JSON));

    ReceiveTicketChangeHandlerTest() {
        var desk = connections.given(connection("desk"));
        secrets.add(desk.id(), live(NEW)).await().indefinitely();
    }

    @Test
    void whatIsTakenIsAnswered202() {
        var answer = send("desk", signature(NEW, "msg_1", NOW, CHANGE), CHANGE);

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody()).isEqualTo("{\"accepted\":1}");
    }

    @Test
    void everyMessageThatIsNotGenuineIsAnsweredTheSame401() {
        var answers = List.of(
                send("desk", Map.of(), CHANGE),
                send("desk", signature("wrong", "msg_1", NOW, CHANGE), CHANGE),
                send("nobody", signature(NEW, "msg_1", NOW, CHANGE), CHANGE),
                send("no/desk", signature(NEW, "msg_1", NOW, CHANGE), CHANGE));

        assertThat(answers).extracting(APIGatewayV2HTTPResponse::getStatusCode).containsOnly(401);
        assertThat(answers)
                .extracting(APIGatewayV2HTTPResponse::getBody)
                .containsOnly(answers.getFirst().getBody());
    }

    @Test
    void aStaleMessageIsAnswered401AndToldSo() {
        var answer = send("desk", signature(NEW, "msg_1", NOW.minusSeconds(301), CHANGE), CHANGE);

        assertProblem(answer, 401, "not-genuine");
        assertThat(answer.getBody()).contains("5 minutes");
    }

    @Test
    void aReplayIsAnswered409() {
        send("desk", signature(NEW, "msg_1", NOW, CHANGE), CHANGE);

        assertProblem(send("desk", signature(NEW, "msg_1", NOW, CHANGE), CHANGE), 409, "already-taken");
    }

    @Test
    void anOversizedMessageIsAnswered413() {
        assertProblem(send("desk", Map.of(), " ".repeat(256 * 1024 + 1)), 413, "request-too-large");
    }

    @Test
    void aMalformedMessageIsAnswered400NamingItsFields() {
        var body = "{\"table\": \"incident\"}";

        var answer = send("desk", signature(NEW, "msg_1", NOW, body), body);

        assertProblem(answer, 400, "invalid-request");
        assertThat(RunningHandler.json(answer).findValuesAsText("field")).containsExactly("sys_id");
    }

    @Test
    void aMessageThatIsNoJsonIsAnswered400() {
        assertProblem(send("desk", signature(NEW, "msg_1", NOW, "hello"), "hello"), 400, "invalid-request");
    }

    @Test
    void whileTheQueueIsDownTheAnswerIs503() {
        queue = wakeups -> Uni.createFrom().failure(SdkClientException.create("The queue is down"));

        assertProblem(send("desk", signature(NEW, "msg_1", NOW, CHANGE), CHANGE), 503, "store-unavailable");
    }

    private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(RunningHandler.json(answer).path("type").asText()).isEqualTo("urn:nowbridge:problem:" + type);
    }

    private APIGatewayV2HTTPResponse send(String connection, Map<String, String> headers, String body) {
        var event = Request.on("POST /webhooks/tickets/{connectionId}")
                .to(connection)
                .body(body)
                .event();
        event.setHeaders(headers);
        event.getRequestContext().setAuthorizer(null);
        return handler.handleRequest(event, new FakeContext(29_000));
    }
}
