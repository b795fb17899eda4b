package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.connection;
import static io.nowbridge.connection.ConnectionFixtures.disconnected;
import static io.nowbridge.webhook.WebhookFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.activity.InMemoryActivity;
import io.nowbridge.activity.Operation;
import io.nowbridge.connection.InMemoryConnections;
import io.nowbridge.connection.SystemType;
import io.nowbridge.setup.ChangeLog;
import io.nowbridge.webhook.InMemoryWebhookSecrets;
import io.nowbridge.webhook.RotateSecrets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsHandlerTest {

    private static final String PATH = "/connections/{connectionId}/webhook-secrets";

    private final InMemoryConnections connections = new InMemoryConnections();
    private final WebhookSecretsHandler handler = new WebhookSecretsHandler(
            new RotateSecrets(
                    connections,
                    new InMemoryWebhookSecrets(id -> true),
                    new Random(42),
                    new ChangeLog(
                            new InMemoryActivity(),
                            () -> NOW,
                            () -> "entry",
                            Operation.CONNECTION_CHANGE,
                            "webhookSecrets"),
                    () -> NOW),
            new HttpEdge(RunningHandler.JSON),
            new JsonBody(RunningHandler.JSON));

    @BeforeEach
    void connect() {
        connections.given(connection("qualytics", SystemType.QUALYTICS));
    }

    @Test
    void aSecretIsShownWhenItIsMadeAndNeverAgain() {
        var made = add(null);
        var secret = RunningHandler.json(made).path("secret").asText();

        assertThat(made.getStatusCode()).isEqualTo(201);
        assertThat(secret).startsWith("whsec_");
        assertThat(show().getBody()).isEqualTo("{\"live\":[{\"since\":\"2026-03-19T12:00:10Z\"}]}");
        assertThat(retire(null).getBody()).doesNotContain(secret.substring(6));
    }

    @Test
    void aGivenSecretIsNotShown() {
        var response = add("{\"secret\": \"a-secret-that-the-flow-has\"}");

        assertThat(response.getStatusCode()).isEqualTo(201);
        assertThat(response.getBody()).isEqualTo("{\"live\":[{\"since\":\"2026-03-19T12:00:10Z\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": \"of-23-characters-in-all\"}",
                "{\"secret\": \"with a blank, if long enough\"}",
                "{\"secret\": \"mit-einem-Umlaut-wie-\u00fc-darin\"}",
                "{\"secret\": \"whsec_this-is-not-Base64!!\"}",
                "{\"secret\": [\"a-secret-that-the-flow-has\"]}",
                "{\"value\": \"a-secret-that-the-flow-has\"}",
                "[]"
            })
    void aSecretThatWillNotDoIsAnswered400WithoutBeingShown(String body) {
        var response = add(body);

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getBody()).doesNotContain("of-23", "blank, if", "Umlaut", "this-is-not", "that-the-flow");
    }

    @Test
    void aThirdSecretIsAnswered409() {
        add(null);
        add(null);

        var response = add(null);

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(response.getBody()).contains("conflict", "Retire");
    }

    @Test
    void oneOfTwoIsRetired() {
        add(null);
        add(null);

        var response = retire("{\"which\": \"newer\"}");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(RunningHandler.json(response).path("live")).hasSize(1);
    }

    @Test
    void whichIsOlderOrNewer() {
        assertThat(retire("{\"which\": \"both\"}").getStatusCode()).isEqualTo(400);
    }

    @Test
    void onlyManagersAndAdminsMay() {
        for (var route : List.of("GET " + PATH, "POST " + PATH, "POST " + PATH + "/retire")) {
            assertThat(handle(Request.on(route).to("qualytics").by("[member]")).getStatusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aConnectionThatIsNotThereIsAnswered404() {
        for (var route : List.of("GET " + PATH, "POST " + PATH, "POST " + PATH + "/retire")) {
            assertThat(handle(Request.on(route).to("nowhere")).getStatusCode()).isEqualTo(404);
        }
    }

    @Test
    void aConnectionThatIsNotConnectedIsAnswered409() {
        connections.given(disconnected(connection("qualytics", SystemType.QUALYTICS)));

        assertThat(add(null).getStatusCode()).isEqualTo(409);
    }

    private APIGatewayV2HTTPResponse show() {
        return handle(Request.on("GET " + PATH).to("qualytics"));
    }

    private APIGatewayV2HTTPResponse add(String body) {
        return handle(Request.on("POST " + PATH).to("qualytics").body(body));
    }

    private APIGatewayV2HTTPResponse retire(String body) {
        return handle(Request.on("POST " + PATH + "/retire").to("qualytics").body(body));
    }

    private APIGatewayV2HTTPResponse handle(Request request) {
        return handler.handleRequest(request.event(), new FakeContext(29_000));
    }
}
