package io.nowbridge.local.qualytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a flow sends, to a receiver that writes it down. */
class FlowsTest {

    private static final String SECRET = "a secret that is long enough";

    @RegisterExtension
    final RunningPlatform platform = new RunningPlatform();

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer receiver;
    private volatile int answer = 202;

    private record Received(Map<String, String> headers, String body) {}

    @BeforeEach
    void listen() {
        receiver = platform.vertx()
                .createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    var headers = request.headers().entries().stream()
                            .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(), Map.Entry::getValue));
                    request.response().setStatusCode(answer).end();
                    received.add(new Received(headers, body.toString()));
                }))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Test
    void n8nIsSentTheDocumentedEventWithThePlainSecret() throws Exception {
        flow("n8n");

        platform.anonymous(
                "POST", "/__anomalies", "{'container': 'orders', 'fields': ['total_amount'], 'message': 'Negative'}");

        var event = next();
        var told = new JsonObject(event.body());
        var anomaly = told.getJsonObject("context").getJsonArray("anomalies").getJsonObject(0);
        assertThat(event.headers()).containsEntry("x-qualytics-secret", SECRET);
        assertThat(told.getString("event")).isEqualTo("qualytics.flow.triggered");
        assertThat(told.getJsonObject("trigger").getMap())
                .containsEntry("type", "anomaly")
                .containsEntry("timestamp", "2026-02-01T12:00:00Z");
        assertThat(anomaly.getJsonArray("fields").getList()).containsExactly("total_amount");
        assertThat(anomaly.getMap()).containsEntry("description", "Negative").doesNotContainKey("status");
        assertThat(told.getString("target_link")).endsWith("/anomalies?id=" + anomaly.getInteger("id"));
    }

    @Test
    void theOtherVariantHasACapitalAndOneField() throws Exception {
        flow("n8n-readme");

        platform.call("PUT", "/api/anomalies/1", "{'status': 'Acknowledged'}");

        var told = new JsonObject(next().body());
        var anomaly = told.getJsonObject("context").getJsonArray("anomalies").getJsonObject(0);
        assertThat(told.getJsonObject("trigger").getString("type")).isEqualTo("Anomaly");
        assertThat(anomaly.getMap()).containsEntry("field", "total_amount").doesNotContainKey("fields");
    }

    @Test
    void anHttpActionSendsAMessageAndALinkWithABearerToken() throws Exception {
        flow("http-action");

        platform.call("DELETE", "/api/anomalies/1?archive=true&status=Resolved", "");

        var event = next();
        assertThat(event.headers()).containsEntry("authorization", "Bearer " + SECRET);
        assertThat(new JsonObject(event.body()).getMap())
                .containsOnlyKeys("message", "target_link")
                .containsEntry("target_link", platform.uri() + "/datastores/1/anomalies?id=1");
    }

    @Test
    void aWebhookSendsTextAndNoSecret() throws Exception {
        flow("webhook");

        platform.call("PUT", "/api/anomalies/1", "{'status': 'Acknowledged'}");

        var event = next();
        assertThat(event.body()).endsWith("/datastores/1/anomalies?id=1");
        assertThat(event.headers()).containsEntry("content-type", "text/plain");
        assertThat(event.headers().toString()).doesNotContain(SECRET);
    }

    @Test
    void aSignedEventIsSignedOverItsIdTimeAndBody() throws Exception {
        flow("signed");

        platform.form("/anomalies/1/comments", "message=Looking&forCustomer=on");

        var event = next();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        var signed =
                event.headers().get("webhook-id") + "." + event.headers().get("webhook-timestamp") + "." + event.body();
        var told = new JsonObject(event.body());
        assertThat(event.headers().get("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
        assertThat(told.getMap()).containsEntry("version", 1).containsEntry("type", "commented");
        assertThat(told.getJsonObject("comment").getMap())
                .containsEntry("text", "Looking")
                .containsEntry("author", "Maria Keller")
                .containsEntry("forCustomer", true);
        assertThat(told.getJsonObject("anomaly").getMap())
                .containsEntry("id", "1")
                .containsEntry("status", "Active");
    }

    @Test
    void aSignedEventSaysWhatAnAnomalyHasBecome() throws Exception {
        flow("signed");

        platform.call("DELETE", "/api/anomalies/1?archive=true&status=Duplicate", "");

        assertThat(new JsonObject(next().body()).getMap())
                .containsEntry("type", "archived")
                .containsEntry("status", "Duplicate");
    }

    @Test
    void whatWasNotTakenIsNotSentAgain() throws Exception {
        flow("n8n");
        answer = 500;
        platform.call("PUT", "/api/anomalies/1", "{'status': 'Acknowledged'}");
        next();
        answer = 202;

        platform.call("PUT", "/api/anomalies/2", "{'status': 'Acknowledged'}");

        assertThat(next().body()).contains("\"id\":2,");
        assertThat(received).isEmpty();
    }

    @Test
    void aStatusThatStaysTriggersNothing() throws Exception {
        flow("n8n");

        platform.call("PUT", "/api/anomalies/1", "{'status': 'Active'}");
        platform.call("PUT", "/api/anomalies/2", "{'status': 'Acknowledged'}");

        assertThat(next().body()).contains("\"id\":2,");
    }

    @Test
    void commentsTriggerNoFlow() throws Exception {
        flow("n8n");

        platform.call("POST", "/api/comments", "{'message': 'Looking', 'anomaly_id': 1}");
        platform.call("PUT", "/api/anomalies/2", "{'status': 'Acknowledged'}");

        assertThat(next().body()).contains("\"id\":2,");
    }

    @Test
    void aFlowThatCannotBeMeantIsRefused() {
        var answer = platform.anonymous("POST", "/__flows", "{'url': 'http://localhost:1', 'mode': 'pigeon'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("n8n-readme, http-action");
    }

    @Test
    void theSecretIsNotShown() {
        flow("n8n");

        var shown = platform.anonymous("GET", "/__flows", "");

        assertThat(shown.json().getJsonObject("flow").getString("mode")).isEqualTo("n8n");
        assertThat(shown.body()).doesNotContain(SECRET);
    }

    private void flow(String mode) {
        var flow = "{'url': 'http://localhost:%d/hook', 'secret': '%s', 'mode': '%s'}"
                .formatted(receiver.actualPort(), SECRET, mode);
        assertThat(platform.anonymous("POST", "/__flows", flow).status()).isEqualTo(200);
    }

    private Received next() throws InterruptedException {
        var event = received.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }
}
