package io.nowbridge.lambda;

import static io.nowbridge.connection.ConnectionFixtures.CREDENTIALS;
import static io.nowbridge.connection.ConnectionFixtures.connection;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.nowbridge.local.Template;
import io.nowbridge.setup.Check;
import io.nowbridge.setup.FakeProbe;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer and no entry of the log shows a value of the credentials, sent or kept. */
class SecretsStayTest {

    private static final String SENT = "hunter2:and/more";
    private static final Check[] ANSWERS = {FakeProbe.LET_IN, FakeProbe.REFUSED, FakeProbe.ASLEEP};

    private final RunningConnections running = new RunningConnections();

    @BeforeEach
    void connect() {
        running.setup.connections.given(connection("prod"));
    }

    static Stream<String> routes() {
        return Template.read(Template.FILE, Map.of("TokenIssuer", "https://issuer")).functions().stream()
                .filter(function -> function.handler().equals("connections"))
                .flatMap(function -> function.routes().stream())
                .map(Template.Route::key);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsKeptIsShownOnNoRoute(String route) {
        for (var answer : ANSWERS) {
            running.setup.probe.answer(answer);

            var response =
                    running.handle(Request.on(route).to("prod").ifMatch("\"1\"").body("{}"));

            assertThat(response.getBody()).isNotEmpty();
            assertNothingShows(response);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"basic\", \"username\": \"svc\", \"password\": \"%s\"}",
                "{\"type\": \"basic\", \"usernamePassword\": \"%s\"}",
                "{\"type\": \"basic\", \"username\": \"%s\", \"password\": \"x\"}",
                "{\"type\": \"basic\", \"username\": \"svc\", \"password\": \"x\", \"token\": \"%s\"}",
                "{\"type\": \"%s\", \"username\": \"svc\"}",
                "{\"type\": \"basic\", \"password\": [\"%s\"]}",
                "{\"type\": \"basic\", \"password\": {\"a\": \"%s\"}}",
                "\"%s\"",
                "{\"type\": \"basic\", \"password\": \"%s\", }"
            })
    void whatIsSentIsNotSentBack(String authentication) {
        var sent = authentication.formatted(SENT);
        for (var answer : ANSWERS) {
            running.setup.probe.answer(answer);

            assertNothingShows(running.handle(Request.on("POST /connections")
                    .body("{\"type\": \"servicenow\", \"name\": \"n\", \"instanceUrl\": \"acme\", \"authentication\": "
                            + sent + "}")));
            assertNothingShows(running.handle(Request.on("POST /connections/{connectionId}/reconnect")
                    .to("prod")
                    .ifMatch("\"1\"")
                    .body("{\"authentication\": " + sent + "}")));
        }
    }

    private void assertNothingShows(APIGatewayV2HTTPResponse response) {
        var shown = response.getHeaders()
                + response.getBody()
                + running.setup.logged().stream().map(Object::toString).collect(joining());
        assertThat(shown).doesNotContain(SENT, "hunter2", "and/more");
        assertThat(shown).doesNotContain(CREDENTIALS.values().values());
    }
}
