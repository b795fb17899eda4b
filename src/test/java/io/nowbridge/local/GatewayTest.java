package io.nowbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestGateway GATEWAY = TestGateway.start();

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /hook",
        "POST, /hook/",
        "POST, /hook/more",
        "POST, /HOOK",
        "POST, /anomalies//tickets",
        "POST, /anomalies/1/2/tickets",
        "POST, /"
    })
    void whatTheTemplateDoesNotNameIsNotFound(String method, String path) throws Exception {
        var response = GATEWAY.send(GATEWAY.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void aWordInAPathComesBeforeAParameter() throws Exception {
        GATEWAY.function("any", (event, context) -> JSON.valueToTree("any"));
        GATEWAY.function("one", (event, context) -> JSON.valueToTree("one"));

        assertThat(GATEWAY.send(GATEWAY.request("/things/one").GET()).body()).isEqualTo("\"one\"");
        assertThat(GATEWAY.send(GATEWAY.request("/things/two").GET()).body()).isEqualTo("\"any\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer abc.def.ghi"})
    void whoBringsNoTokenIsUnauthorized(String authorization) throws Exception {
        GATEWAY.function("createTicket", (event, context) -> JSON.valueToTree("let in"));
        var request = GATEWAY.request("/anomalies/1/tickets").POST(BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        var response = GATEWAY.send(request);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    }

    @Test
    void aGoodTokenOpensTheDoor() throws Exception {
        GATEWAY.function("createTicket", (event, context) -> JSON.valueToTree("let in"));

        var response = GATEWAY.send(GATEWAY.request("/anomalies/1/tickets")
                .header("Authorization", "Bearer " + GATEWAY.token())
                .POST(BodyPublishers.noBody()));

        assertThat(response.body()).isEqualTo("\"let in\"");
    }

    @Test
    void aBodyOverTenMegabytesIsRefused() throws Exception {
        GATEWAY.function(
                "hook",
                (event, context) -> JSON.valueToTree(event.path("body").asText().length()));
        var limit = 10 * 1024 * 1024;

        var within = GATEWAY.send(
                GATEWAY.request("/hook").header("Content-Type", "text/plain").POST(streamed(limit)));
        var over = GATEWAY.send(
                GATEWAY.request("/hook").header("Content-Type", "text/plain").POST(streamed(limit + 1)));

        assertThat(within.body()).isEqualTo(Integer.toString(limit));
        assertThat(over.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/%zz", "/things/one?a=%zz"})
    void anAddressThatCannotBeDecodedIsABadRequest(String path) throws Exception {
        try (var socket = new Socket("localhost", GATEWAY.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void aFunctionThatFailsIsAnInternalErrorThatTellsNothing() throws Exception {
        GATEWAY.function("hook", (event, context) -> {
            throw new IllegalStateException("secret");
        });

        var response = GATEWAY.send(GATEWAY.request("/hook").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aFunctionThatTakesTooLongIsInterruptedAndUnavailable() throws Exception {
        var interrupted = new CountDownLatch(1);
        GATEWAY.function("slow", (event, context) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return JSON.valueToTree("too late");
        });

        var response = GATEWAY.send(GATEWAY.request("/slow").GET());

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aScheduledFunctionTicksAtWill() throws Exception {
        var ticked = new CountDownLatch(1);
        GATEWAY.function("sweep", (event, context) -> {
            ticked.countDown();
            return event;
        });

        var response = GATEWAY.send(GATEWAY.request("/__tick/sweep").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(ticked.getCount()).isZero();
    }

    @Test
    void aTickThatFailsSaysSo() throws Exception {
        GATEWAY.function("sweep", (event, context) -> {
            throw new IllegalStateException("secret");
        });

        var response = GATEWAY.send(GATEWAY.request("/__tick/sweep").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"POST, /__tick/createTicket", "POST, /__tick/nobody", "GET, /__tick/sweep"})
    void nothingElseTicks(String method, String path) throws Exception {
        var response = GATEWAY.send(GATEWAY.request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void fiftyRequestsRunAtTheSameTime() {
        var together = new CyclicBarrier(50);
        GATEWAY.function("hook", (event, context) -> {
            try {
                together.await(10, TimeUnit.SECONDS);
                return JSON.valueToTree("met");
            } catch (Exception e) {
                throw new IllegalStateException("They did not meet", e);
            }
        });

        var answers = IntStream.range(0, 50)
                .mapToObj(i -> GATEWAY.sendAsync(GATEWAY.request("/hook").POST(BodyPublishers.noBody())))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("\"met\""));
    }

    private static HttpRequest.BodyPublisher streamed(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
