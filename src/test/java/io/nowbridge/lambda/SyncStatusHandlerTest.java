package io.nowbridge.lambda;

import static io.nowbridge.webhook.WebhookFixtures.NEW;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static io.nowbridge.webhook.WebhookFixtures.OLD;
import static io.nowbridge.webhook.WebhookFixtures.basic;
import static io.nowbridge.webhook.WebhookFixtures.recorded;
import static io.nowbridge.webhook.WebhookFixtures.signature;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.webhook.RunningIntake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncStatusHandlerTest {

    private static final String FLOW = recorded("flow.json");
    private static final Map<String, String> PROOF = Map.of("x-qualytics-secret", OLD);

    private final RunningIntake running = new RunningIntake();
    private final SyncStatusHandler handler =
            new SyncStatusHandler(running.intake(), new HttpEdge(RunningHandler.JSON));
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger(SyncStatusHandler.class.getName()).addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(SyncStatusHandler.class.getName()).removeHandler(lines);
    }

    @Test
    void whatIsKeptIsAnswered202() {
        var response = send("default", PROOF, FLOW);

        assertThat(response.getStatusCode()).isEqualTo(202);
        assertThat(response.getBody()).isEqualTo("{\"accepted\":1,\"repeated\":0}");
        assertThat(lines.written).isEmpty();
    }

    @Test
    void aRepeatIsAnswered202AndCounted() {
        send("default", PROOF, FLOW);

        assertThat(send("default", PROOF, FLOW).getBody()).isEqualTo("{\"accepted\":0,\"repeated\":1}");
    }

    @Test
    void aBodyInBase64IsJudgedAndReadAsItWasSent() {
        var event = event(
                "default",
                signature(NEW, "msg_1", NOW, FLOW),
                Base64.getEncoder().encodeToString(FLOW.getBytes(UTF_8)));
        event.setIsBase64Encoded(true);

        assertThat(handle(event).getBody()).isEqualTo("{\"accepted\":1,\"repeated\":0}");
    }

    @Test
    void whatNobodyWasWokenForIsAnswered202AndLogged() {
        running.wakeups.failWith(new IllegalStateException("The queue is down"));

        assertThat(send("default", PROOF, FLOW).getStatusCode()).isEqualTo(202);
        assertThat(lines.written).hasSize(1).first().asString().contains("woke nobody");
    }

    @Test
    void everyMessageThatIsNotGenuineIsAnsweredTheSame401() {
        var answers = List.of(
                send("default", Map.of(), FLOW),
                send("default", Map.of("x-qualytics-secret", "wrong"), FLOW),
                send("default", Map.of("authorization", basic("q", "wrong")), FLOW),
                send("default", signature("wrong", "msg_1", NOW, FLOW), FLOW),
                send(RunningIntake.STRICT, PROOF, FLOW),
                send(RunningIntake.BARE, PROOF, FLOW),
                send("nowhere", PROOF, FLOW),
                send("no/source", PROOF, FLOW));

        assertThat(answers).extracting(APIGatewayV2HTTPResponse::getStatusCode).containsOnly(401);
        assertThat(answers)
                .extracting(APIGatewayV2HTTPResponse::getBody)
                .containsOnly(answers.getFirst().getBody());
        assertThat(answers.getFirst().getHeaders()).containsKey("www-authenticate");
        assertThat(lines.written).hasSize(answers.size());
        assertThat(running.events.all()).isEmpty();
    }

    @Test
    void aStaleMessageIsAnswered401AndToldSo() {
        var response = send("default", signature(NEW, "msg_1", NOW.minusSeconds(301), FLOW), FLOW);

        assertProblem(response, 401, "not-genuine");
        assertThat(response.getBody()).contains("5 minutes");
    }

    @Test
    void aReplayIsAnswered409() {
        send("default", signature(NEW, "msg_1", NOW, FLOW), FLOW);

        assertProblem(send("default", signature(NEW, "msg_1", NOW, FLOW), FLOW), 409, "already-taken");
    }

    @Test
    void anOversizedMessageIsAnswered413() {
        assertProblem(send("default", PROOF, " ".repeat(256 * 1024 + 1)), 413, "request-too-large");
    }

    @Test
    void aMalformedMessageIsAnswered400() {
        var json = Map.of("x-qualytics-secret", OLD, "content-type", "application/json");

        assertProblem(send("default", json, "{\"event\": "), 400, "invalid-request");
    }

    @Test
    void aFaultyEventIsAnswered400NamingItsFields() {
        var response = send("default", PROOF, "{\"version\": 1, \"id\": \"e-1\", \"type\": \"created\"}");

        assertProblem(response, 400, "invalid-request");
        assertThat(RunningHandler.json(response).findValuesAsText("field"))
                .containsExactlyInAnyOrder("time", "anomaly");
    }

    @Test
    void aMessageThatNamesNoAnomalyIsAnswered422SayingWhatIsExpected() {
        var response = send("default", PROOF, "Something happened");

        assertProblem(response, 422, "unrecognised-message");
        assertThat(response.getBody()).contains("/anomalies?id=");
    }

    @Test
    void anEmptyMessageIsAnswered422() {
        assertProblem(send("default", PROOF, null), 422, "unrecognised-message");
    }

    @Test
    void noSecretIsLoggedOrAnswered() {
        var responses = List.of(
                send("default", PROOF, FLOW),
                send(RunningIntake.STRICT, Map.of("authorization", "Bearer " + NEW), FLOW),
                send("default", Map.of("x-qualytics-secret", NEW + "-guessed"), FLOW),
                send("default", PROOF, "{\"version\": 1, \"id\": \"" + OLD + " " + NEW + "\"}"));

        var shown = lines.written
                + responses.stream()
                        .map(each -> each.getHeaders() + each.getBody())
                        .toList()
                        .toString();
        assertThat(shown).doesNotContain(OLD, NEW, NEW.substring(6));
    }

    private void assertProblem(APIGatewayV2HTTPResponse response, int status, String type) {
        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(RunningHandler.json(response).path("type").asText()).isEqualTo("urn:nowbridge:problem:" + type);
        assertThat(lines.written).hasSize(1);
    }

    private APIGatewayV2HTTPResponse send(String source, Map<String, String> headers, String body) {
        return handle(event(source, headers, body));
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handler.handleRequest(event, new FakeContext(29_000));
    }

    private static APIGatewayV2HTTPEvent event(String source, Map<String, String> headers, String body) {
        var event = Request.on("POST /webhooks/anomalies/{source}").body(body).event();
        event.setPathParameters(Map.of("source", source));
        event.setHeaders(headers);
        event.getRequestContext().setAuthorizer(null);
        return event;
    }

    private static final class Lines extends Handler {

        private final List<String> written = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            written.add(line.getMessage() + " " + Arrays.toString(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
