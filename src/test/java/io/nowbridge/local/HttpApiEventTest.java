package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What passes between the gateway and a function, in both directions. */
class HttpApiEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestGateway GATEWAY = TestGateway.start();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void aRequestBecomesTheEventThatApiGatewayBuilds() throws Exception {
        GATEWAY.function("createTicket", (event, context) -> event);
        var token = GATEWAY.token();

        var response = GATEWAY.send(GATEWAY.request("/anomalies/4%2F56/tickets?tag=a&tag=b&Name=x%20y")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Cookie", "one=1; two=2")
                .header("User-Agent", "nowbridge-test")
                .header("X-Twice", "first")
                .header("X-Twice", "second")
                .POST(BodyPublishers.ofString("{\"impact\": 2}")));

        var event = (ObjectNode) JSON.readTree(response.body());
        var requestId = event.path("requestContext").path("requestId").asText();
        var expected = resource("/events/http-api.json")
                .replace("TOKEN", token)
                .replace("ISSUER", GATEWAY.issuer())
                .replace("PORT", Integer.toString(GATEWAY.port()))
                .replace("REQUEST", requestId);
        assertThat(requestId).isNotEmpty();
        assertThat(event).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void bytesThatAreNoTextArriveInBase64() throws Exception {
        GATEWAY.function("hook", (event, context) -> event);

        var response = GATEWAY.send(GATEWAY.request("/hook")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {0, (byte) 0xff})));

        var event = JSON.readTree(response.body());
        assertThat(event.path("body").asText()).isEqualTo("AP8=");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void aFunctionKnowsItsNameItsRequestAndItsTime() throws Exception {
        GATEWAY.function(
                "hook",
                (event, context) -> JSON.createObjectNode()
                        .put("name", context.getFunctionName())
                        .put("left", context.getRemainingTimeInMillis())
                        .put(
                                "same",
                                event.at("/requestContext/requestId").asText().equals(context.getAwsRequestId())));

        var response = GATEWAY.send(GATEWAY.request("/hook").POST(BodyPublishers.noBody()));

        assertThat(JSON.readTree(response.body()))
                .isEqualTo(JSON.readTree("{\"name\": \"hook\", \"left\": 29000, \"same\": true}"));
    }

    @Test
    void anAnswerKeepsItsStatusHeadersCookiesAndBytes() throws Exception {
        GATEWAY.function("hook", (event, context) -> json("""
                {"statusCode": 202, "headers": {"Content-Type": "image/png", "X-Own": "yes"},
                 "cookies": ["a=1", "b=2"], "body": "AP8=", "isBase64Encoded": true}
                """));

        var response = GATEWAY.sendForBytes(GATEWAY.request("/hook").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().allValues("content-type")).containsExactly("image/png");
        assertThat(response.headers().allValues("x-own")).containsExactly("yes");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).containsExactly(0, 0xff);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(HttpApiEventTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
