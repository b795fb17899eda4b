package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofHours(1));
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static TestIssuer issuer;

    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private Gateway gateway;

    @BeforeAll
    static void startIssuer() throws Exception {
        issuer = TestIssuer.start();
    }

    @AfterAll
    static void stopAll() {
        issuer.close();
        HTTP.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        var rule = Optional.of(new Template.TokenRule(issuer.address(), Set.of("nowbridge")));
        var template = new Template(List.of(
                function("createTicket", 29_000, new Template.Route("POST", "/anomalies/{anomalyId}/tickets", rule)),
                function("hook", 29_000, new Template.Route("POST", "/hook", Optional.empty())),
                function("slow", 50, new Template.Route("GET", "/slow", Optional.empty())),
                function("any", 29_000, new Template.Route("GET", "/things/{thing}", Optional.empty())),
                function("one", 29_000, new Template.Route("GET", "/things/one", Optional.empty()))));
        gateway = Gateway.start(VERTX, 0, template, this::handler, InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aRequestBecomesTheEventThatApiGatewayBuilds() throws Exception {
        handlers.put("createTicket", (event, context) -> event);
        var token = issuer.sign(claims().build());

        var response = send(request("/anomalies/4%2F56/tickets?tag=a&tag=b&Name=x%20y")
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
                .replace("ISSUER", issuer.address())
                .replace("PORT", Integer.toString(gateway.port()))
                .replace("REQUEST", requestId);
        assertThat(requestId).isNotEmpty();
        assertThat(event).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void aFunctionKnowsItsNameItsRequestAndItsTime() throws Exception {
        handlers.put(
                "hook",
                (event, context) -> JSON.createObjectNode()
                        .put("name", context.getFunctionName())
                        .put("left", context.getRemainingTimeInMillis())
                        .put(
                                "same",
                                event.at("/requestContext/requestId").asText().equals(context.getAwsRequestId())));

        var response = send(request("/hook").POST(BodyPublishers.noBody()));

        assertThat(JSON.readTree(response.body()))
                .isEqualTo(JSON.readTree("{\"name\": \"hook\", \"left\": 29000, \"same\": true}"));
    }

    @Test
    void bytesThatAreNoTextArriveInBase64() throws Exception {
        handlers.put("hook", (event, context) -> event);

        var response = send(request("/hook")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[] {0, (byte) 0xff})));

        var event = JSON.readTree(response.body());
        assertThat(event.path("body").asText()).isEqualTo("AP8=");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void anAnswerKeepsItsStatusHeadersCookiesAndBytes() throws Exception {
        handlers.put("hook", (event, context) -> json("""
                {"statusCode": 202, "headers": {"Content-Type": "image/png", "X-Own": "yes"},
                 "cookies": ["a=1", "b=2"], "body": "AP8=", "isBase64Encoded": true}
                """));

        var request = request("/hook").POST(BodyPublishers.noBody()).build();
        var response = HTTP.send(request, BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().allValues("content-type")).containsExactly("image/png");
        assertThat(response.headers().allValues("x-own")).containsExactly("yes");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).containsExactly(0, 0xff);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /hook",
        "POST, /hook/",
        "POST, /hook/more",
        "POST, /HOOK",
        "POST, /anomalies//tickets",
        "POST, /anomalies/1/2/tickets",
        "GET, /"
    })
    void whatTheTemplateDoesNotNameIsNotFound(String method, String path) throws Exception {
        var response = send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aWordInAPathComesBeforeAParameter() throws Exception {
        handlers.put("any", (event, context) -> JSON.valueToTree("any"));
        handlers.put("one", (event, context) -> JSON.valueToTree("one"));

        assertThat(send(request("/things/one").GET()).body()).isEqualTo("\"one\"");
        assertThat(send(request("/things/two").GET()).body()).isEqualTo("\"any\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer abc.def.ghi"})
    void whoBringsNoTokenIsUnauthorized(String authorization) throws Exception {
        handlers.put("createTicket", (event, context) -> JSON.valueToTree("let in"));
        var request = request("/anomalies/1/tickets").POST(BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        var response = send(request);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void aGoodTokenOpensTheDoor() throws Exception {
        handlers.put("createTicket", (event, context) -> JSON.valueToTree("let in"));

        var response = send(request("/anomalies/1/tickets")
                .header("Authorization", "Bearer " + issuer.sign(claims().build()))
                .POST(BodyPublishers.noBody()));

        assertThat(response.body()).isEqualTo("\"let in\"");
    }

    @Test
    void aBodyOverTenMegabytesIsRefused() throws Exception {
        handlers.put(
                "hook",
                (event, context) -> JSON.valueToTree(event.path("body").asText().length()));
        var limit = 10 * 1024 * 1024;

        var within = send(request("/hook").header("Content-Type", "text/plain").POST(streamed(limit)));
        var over = send(request("/hook").header("Content-Type", "text/plain").POST(streamed(limit + 1)));

        assertThat(within.body()).isEqualTo(Integer.toString(limit));
        assertThat(over.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/%zz", "/things/one?a=%zz"})
    void anAddressThatCannotBeDecodedIsABadRequest(String path) throws Exception {
        try (var socket = new java.net.Socket("localhost", gateway.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aFunctionThatFailsIsAnInternalErrorThatTellsNothing() throws Exception {
        handlers.put("hook", (event, context) -> {
            throw new IllegalStateException("secret");
        });

        var response = send(request("/hook").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aFunctionThatTakesTooLongIsInterruptedAndUnavailable() throws Exception {
        var interrupted = new CountDownLatch(1);
        handlers.put("slow", (event, context) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return JSON.valueToTree("too late");
        });

        var response = send(request("/slow").GET());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void fiftyRequestsRunAtTheSameTime() {
        var together = new CyclicBarrier(50);
        handlers.put("hook", (event, context) -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                return JSON.valueToTree("met");
            } catch (Exception e) {
                throw new IllegalStateException("They did not meet", e);
            }
        });

        var answers = IntStream.range(0, 50)
                .mapToObj(i -> HTTP.sendAsync(
                        request("/hook").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("\"met\""));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.address())
                .audience("nowbridge")
                .subject("ada")
                .expirationTime(Date.from(SOON))
                .claim("roles", List.of("manager"))
                .claim("teams", List.of("data-eng", "ops"))
                .claim("admin", true);
    }

    private Handler handler(String name) {
        return (JsonNode event, Context context) ->
                Objects.requireNonNull(handlers.get(name), name).handle(event, context);
    }

    private static Template.Function function(String name, int timeoutMillis, Template.Route route) {
        return new Template.Function(name, name, Duration.ofMillis(timeoutMillis), Map.of(), List.of(route));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher streamed(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(GatewayTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
